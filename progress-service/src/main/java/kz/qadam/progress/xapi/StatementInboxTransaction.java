package kz.qadam.progress.xapi;

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
import kz.qadam.progress.xapi.reading.Meaning;
import kz.qadam.progress.xapi.reading.Meaning.LeftOut;
import kz.qadam.progress.xapi.reading.Meaning.Reports;
import kz.qadam.progress.xapi.reading.Meaning.Voids;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jdbi.v3.core.Handle;

/** Stores the statements of one post in one transaction, and says what became of each. Accounts are locked first. */
final class StatementInboxTransaction {

    private static final String STORED = """
            select id, state, because from xapi_statement where institution = :institution and id = any(:ids)
            """;

    /** The outcome of a statement that adds nothing to an earlier one, be it itself. */
    private static final String REPEATED = "repeated";

    private final Handle handle;
    private final String institution;
    private final PlatformAccountKeys keys;
    private final Instant now;
    private final LocalDate today;
    /** Why statements that have a meaning are not stored. */
    private final Map<TakenStatement, StatementReason> leftOut = new HashMap<>();
    /** What was stored before, such as in a post whose answer was lost. */
    private final Set<UUID> knownBefore = new HashSet<>();

    StatementInboxTransaction(Handle handle, String institution, PlatformAccountKeys keys, Instant now) {
        this.handle = handle;
        this.institution = institution;
        this.keys = keys;
        this.now = now;
        this.today = AlmatyTime.dayOf(now);
    }

    /** Stores those about named courses; returns their accounts. */
    Set<String> store(List<TakenStatement> statements) {
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
                .forEach(one ->
                        digests.put(one, keys.digest(institution, one.reports().account())));
        Map<String, PlatformAccountRows.Locked> locked =
                PlatformAccountRows.lock(handle, institution, accounts(digests));
        digests.keySet().removeIf(one -> {
            boolean isErased = locked.get(digests.get(one)).erased();
            if (isErased) {
                leftOut.put(one, StatementReason.ERASED);
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
        knownBefore.addAll(first.keySet());
        knownBefore.removeAll(added);
        Map<UUID, StatementRows.Known> known = StatementRows.find(handle, institution, first.keySet());
        digests.forEach((one, digest) -> {
            boolean statesTime = one.reports().statedAt() != null;
            boolean isNew = added.contains(one.id()) && one.equals(first.get(one.id()));
            if (!isNew && !known.get(one.id()).isSame(stated(one, digest), statesTime)) {
                leftOut.put(one, StatementReason.OTHER_CONTENT);
            }
        });
        return new HashSet<>(digests.values());
    }

    private Collection<PlatformAccountRows.NewAccount> accounts(Map<TakenStatement, String> digests) {
        Map<String, PlatformAccountRows.NewAccount> accounts = new TreeMap<>();
        digests.forEach((one, digest) -> accounts.computeIfAbsent(digest, first -> {
            var account = one.reports().account();
            return new PlatformAccountRows.NewAccount(
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
    Set<String> takeBack(List<TakenStatement> statements) {
        List<UUID> targets = statements.stream()
                .filter(one -> one.meaning() instanceof Voids)
                .map(one -> ((Voids) one.meaning()).target())
                .distinct()
                .toList();
        List<String> known = StatementRows.find(handle, institution, targets).values().stream()
                .map(StatementRows.Known::account)
                .filter(account -> account != null)
                .toList();
        PlatformAccountRows.lockKnown(handle, institution, known);
        Set<String> accounts = StatementRows.takeBack(handle, institution, targets, now);
        PlatformAccountRows.lockKnown(handle, institution, List.copyOf(accounts));
        return accounts;
    }

    List<String> outcomes(List<TakenStatement> statements) {
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
        if (one.isAboutUnnamedCourse()) {
            return StatementReason.UNNAMED_COURSE.code();
        }
        return knownBefore.contains(one.id()) ? REPEATED : states.get(one.id());
    }
}
