package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.progress.xapi.reading.Because;
import kz.qadam.progress.xapi.reading.Meaning;
import kz.qadam.progress.xapi.reading.Meaning.LeftOut;
import kz.qadam.progress.xapi.reading.Meaning.Reports;
import kz.qadam.progress.xapi.reading.Meaning.Voids;
import kz.qadam.progress.xapi.reading.Platform;
import kz.qadam.progress.xapi.reading.Statement;
import kz.qadam.progress.xapi.reading.StatementRules;
import org.jdbi.v3.core.Handle;

/**
 * Takes statements in. What no profile asks for leaves nothing but a count. A statement about a named course is kept, and
 * counts at once, or as soon as its account is linked and the learner enrolled.
 */
@ApplicationScoped
class StatementInbox {

    /**
     * What became of statements.
     *
     * @param outcomes the outcome of each, in their order: a state, or the code of why it was left out
     * @param isStored whether anything was stored
     */
    record Taken(List<String> outcomes, Settlement.Changes changes, boolean isStored) {}

    private static final String STORED =
            "select id, state, because from xapi_statement" + " where institution = :institution and id = any(:ids)";

    private final AccountKeys keys;
    private final Settlement settlement;
    private final Clock clock;

    StatementInbox(AccountKeys keys, Settlement settlement, Clock clock) {
        this.keys = keys;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Reads statements by the profiles of their institution. */
    List<TakenStatement> read(Handle handle, String institution, List<JsonNode> sent) {
        List<Platform> platforms = new PlatformRows(handle, institution).platforms();
        Set<String> courses = handle.createQuery("select code from course")
                .mapTo(String.class)
                .set();
        var rules = new StatementRules(platforms, courses::contains);
        Instant now = clock.instant();
        return sent.stream()
                .map(Statement::new)
                .map(one -> new TakenStatement(
                        one.id().orElseGet(() -> keys.statementId(institution, one.identity())),
                        rules.known(one).orElse(null),
                        rules.meaningOf(one, now)))
                .toList();
    }

    /** Takes in what has a meaning, in this transaction. */
    Taken take(Handle handle, String institution, List<TakenStatement> statements, String trace) {
        var run = new Run(handle, institution, clock.instant());
        Set<String> toSettle = new HashSet<>(run.store(statements));
        toSettle.addAll(run.takeBack(statements));
        Settlement.Changes changes = settlement.settle(handle, institution, toSettle, trace);
        boolean isStored = !toSettle.isEmpty()
                || statements.stream().anyMatch(one -> one.meaning() instanceof Voids || one.isAboutUnnamedCourse());
        return new Taken(run.outcomes(statements), changes, isStored);
    }

    /** One transaction. */
    private final class Run {

        private final Handle handle;
        private final String institution;
        private final Instant now;
        private final LocalDate today;
        /** Why statements that have a meaning are not stored. */
        private final Map<TakenStatement, Because> leftOut = new HashMap<>();

        private Run(Handle handle, String institution, Instant now) {
            this.handle = handle;
            this.institution = institution;
            this.now = now;
            this.today = AlmatyTime.dayOf(now);
        }

        /** Stores those about named courses; returns their accounts. */
        private Set<String> store(List<TakenStatement> statements) {
            UnnamedCourses.add(
                    handle,
                    institution,
                    statements.stream()
                            .filter(TakenStatement::isAboutUnnamedCourse)
                            .map(TakenStatement::reports)
                            .toList(),
                    now);
            Map<TakenStatement, String> digests = new LinkedHashMap<>();
            statements.stream()
                    .filter(TakenStatement::isAboutNamedCourse)
                    .forEach(one -> digests.put(
                            one, keys.digest(institution, one.reports().account())));
            Map<String, AccountRows.Locked> locked = AccountRows.lock(handle, institution, accounts(digests));
            digests.keySet().removeIf(one -> {
                boolean isErased = locked.get(digests.get(one)).erased();
                if (isErased) {
                    leftOut.put(one, Because.ERASED);
                }
                return isErased;
            });
            return storeFirst(digests);
        }

        private Set<String> storeFirst(Map<TakenStatement, String> digests) {
            Map<UUID, TakenStatement> first = new LinkedHashMap<>();
            digests.keySet().forEach(one -> first.putIfAbsent(one.id(), one));
            List<StatementRows.Stated> stated = first.values().stream()
                    .map(one -> stated(one, digests.get(one)))
                    .toList();
            Set<UUID> added = StatementRows.insert(handle, stated);
            Map<UUID, StatementRows.Known> known = StatementRows.find(handle, institution, first.keySet());
            digests.forEach((one, digest) -> {
                boolean statesTime = one.reports().statedAt() != null;
                boolean isNew = added.contains(one.id()) && one.equals(first.get(one.id()));
                if (!isNew && !known.get(one.id()).isSame(stated(one, digest), statesTime)) {
                    leftOut.put(one, Because.OTHER_CONTENT);
                }
            });
            return new HashSet<>(digests.values());
        }

        private Collection<AccountRows.NewAccount> accounts(Map<TakenStatement, String> digests) {
            Map<String, AccountRows.NewAccount> accounts = new TreeMap<>();
            digests.forEach((one, digest) -> accounts.computeIfAbsent(digest, first -> {
                var account = one.reports().account();
                return new AccountRows.NewAccount(
                        institution, digest, account.platform(), keys.seal(digest, account.name()), now);
            }));
            return accounts.values();
        }

        /** A platform whose clock is ahead may state a day that has not begun yet. */
        private StatementRows.Stated stated(TakenStatement one, String digest) {
            Reports reports = one.reports();
            Instant at = reports.statedAt() == null ? now : reports.statedAt();
            LocalDate day = AlmatyTime.dayOf(at);
            return new StatementRows.Stated(
                    institution,
                    one.id(),
                    reports.result(),
                    digest,
                    reports.activity(),
                    reports.course(),
                    at,
                    day.isAfter(today) ? today : day,
                    now);
        }

        /** Takes back those that were voided; returns their accounts, locked. */
        private Set<String> takeBack(List<TakenStatement> statements) {
            List<UUID> targets = statements.stream()
                    .filter(one -> one.meaning() instanceof Voids)
                    .map(one -> ((Voids) one.meaning()).target())
                    .distinct()
                    .toList();
            List<String> known = StatementRows.find(handle, institution, targets).values().stream()
                    .map(StatementRows.Known::account)
                    .filter(account -> account != null)
                    .toList();
            AccountRows.lockKnown(handle, institution, known);
            Set<String> accounts = StatementRows.takeBack(handle, institution, targets, now);
            AccountRows.lockKnown(handle, institution, List.copyOf(accounts));
            return accounts;
        }

        private List<String> outcomes(List<TakenStatement> statements) {
            Map<UUID, String> states = new HashMap<>();
            handle.createQuery(STORED)
                    .bind("institution", institution)
                    .bindArray(
                            "ids",
                            UUID.class,
                            statements.stream()
                                    .filter(TakenStatement::isAboutNamedCourse)
                                    .map(TakenStatement::id)
                                    .toList())
                    .map((row, context) -> states.put(
                            row.getObject("id", UUID.class),
                            row.getString("because") == null ? row.getString("state") : row.getString("because")))
                    .list();
            List<String> outcomes = new ArrayList<>();
            for (TakenStatement one : statements) {
                outcomes.add(outcome(one, states));
            }
            return outcomes;
        }

        private String outcome(TakenStatement one, Map<UUID, String> states) {
            if (leftOut.containsKey(one)) {
                return leftOut.get(one).code();
            }
            if (one.meaning() instanceof LeftOut why) {
                return why.because().code();
            }
            if (one.meaning() instanceof Meaning.Voids) {
                return "voids";
            }
            return one.isAboutUnnamedCourse() ? Because.UNNAMED_COURSE.code() : states.get(one.id());
        }
    }
}
