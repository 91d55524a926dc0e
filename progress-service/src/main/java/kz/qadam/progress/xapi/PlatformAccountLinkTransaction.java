package kz.qadam.progress.xapi;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import kz.qadam.progress.xapi.PlatformAccountLinkPost.Replace;
import kz.qadam.progress.xapi.reading.PlatformAccount;
import org.jdbi.v3.core.Handle;

/** Links accounts in one transaction. It locks first the names of enrolments, then accounts. */
final class PlatformAccountLinkTransaction {

    private final Handle handle;
    private final PlatformAccountKeys keys;
    private final Instant now;
    private final Map<EnrolmentName, Enrolment> enrolments;
    /** The present link of each account, by institution and digest. */
    private final Map<String, Map<String, PlatformAccountRows.Locked>> accounts = new TreeMap<>();

    private final Map<String, Set<String>> changed = new TreeMap<>();
    /** The links that are not written yet, by digest. */
    private final Map<String, PlatformAccountLinkRows.Link> toWrite = new LinkedHashMap<>();

    PlatformAccountLinkTransaction(
            Handle handle, List<ParsedItem<PlatformAccountLinkPost>> items, PlatformAccountKeys keys, Instant now) {
        this.handle = handle;
        this.keys = keys;
        this.now = now;
        List<ParsedItem<PlatformAccountLinkPost>> right =
                items.stream().filter(item -> item.problem().isEmpty()).toList();
        this.enrolments = EnrolmentCopies.lock(
                handle,
                right.stream()
                        .map(PlatformAccountLinkTransaction::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Map<String, Map<String, PlatformAccountRows.NewAccount>> named = new TreeMap<>();
        right.forEach(item -> named.computeIfAbsent(item.actingFor(), first -> new LinkedHashMap<>())
                .putIfAbsent(digest(item), account(item)));
        named.forEach((institution, all) ->
                accounts.put(institution, new HashMap<>(PlatformAccountRows.lock(handle, institution, all.values()))));
    }

    private PlatformAccountRows.NewAccount account(ParsedItem<PlatformAccountLinkPost> item) {
        String digest = digest(item);
        return new PlatformAccountRows.NewAccount(
                item.actingFor(),
                digest,
                item.content().platform(),
                keys.seal(digest, item.content().account()),
                now);
    }

    /** Links an account, or says why not. */
    Outcome<PlatformAccountLinkView> link(ParsedItem<PlatformAccountLinkPost> item) {
        Map<String, PlatformAccountRows.Locked> known = accounts.get(item.actingFor());
        PlatformAccountRows.Locked before = known.get(digest(item));
        Enrolment enrolment = enrolments.get(name(item));
        if (before.erased()) {
            return new Outcome.Rejected<>(
                    new Problem(ProblemType.RULE_VIOLATED, item.fields().fault("account", "account-erased")));
        }
        if (before.isLinked() && isSamePerson(before, item, enrolment)) {
            return new Outcome.Repeated<>(id(item), view(item, enrolment));
        }
        Replace replace = item.content().replace();
        if (before.isLinked() && replace == null) {
            return new Outcome.Rejected<>(
                    new Problem(ProblemType.REFERENCE_CONFLICT, item.fields().fault("account", "linked-already")));
        }
        if (before.isLinked() && replace == Replace.FROM_NOW_ON) {
            if (before.enrolmentId() == null) {
                return new Outcome.Rejected<>(
                        new Problem(ProblemType.RULE_VIOLATED, item.fields().fault("replace", "link-pending")));
            }
            write();
            PlatformAccountLinkRows.keepWithFormer(handle, item.actingFor(), List.of(digest(item)));
        }
        UUID enrolmentId = enrolment == null ? null : enrolment.id();
        known.put(
                digest(item),
                new PlatformAccountRows.Locked(digest(item), item.content().enrolment(), enrolmentId, false));
        toWrite.put(
                digest(item),
                new PlatformAccountLinkRows.Link(
                        item.actingFor(), digest(item), item.content().enrolment(), enrolmentId));
        changed.computeIfAbsent(item.actingFor(), first -> new HashSet<>()).add(digest(item));
        return new Outcome.Kept<>(
                before.isLinked() ? 200 : 201,
                enrolment == null ? PlatformAccountLinks.PENDING : PlatformAccountLinks.ACCEPTED,
                id(item),
                view(item, enrolment));
    }

    private boolean isSamePerson(
            PlatformAccountRows.Locked before, ParsedItem<PlatformAccountLinkPost> item, Enrolment enrolment) {
        if (before.enrolment().equals(item.content().enrolment())) {
            return true;
        }
        if (before.enrolmentId() == null || enrolment == null) {
            return false;
        }
        Enrolment present =
                EnrolmentCopies.byId(handle, List.of(before.enrolmentId())).get(before.enrolmentId());
        return present != null && present.learnerId().equals(enrolment.learnerId());
    }

    private void write() {
        PlatformAccountLinkRows.write(handle, toWrite.values());
        toWrite.clear();
    }

    /** Writes the links, and settles the accounts whose links have changed. */
    PlatformAccountLinkView.Effect settle(PlatformAccountSettlement settlement) {
        write();
        PlatformAccountLinkView.Effect effect = PlatformAccountLinkView.Effect.NONE;
        for (Map.Entry<String, Set<String>> one : changed.entrySet()) {
            effect = effect.plus(PlatformAccountLinkRows.effect(
                    handle, settlement.settle(handle, one.getKey(), one.getValue(), null)));
        }
        return effect;
    }

    private PlatformAccountLinkView view(ParsedItem<PlatformAccountLinkPost> item, Enrolment enrolment) {
        return new PlatformAccountLinkView(
                id(item),
                item.actingFor(),
                item.content().platform(),
                item.content().account(),
                item.content().enrolment(),
                enrolment == null ? PlatformAccountLinks.PENDING : PlatformAccountLinks.ACCEPTED,
                enrolment == null ? null : enrolment.learnerId());
    }

    private String digest(ParsedItem<PlatformAccountLinkPost> item) {
        return keys.digest(
                item.actingFor(),
                new PlatformAccount(
                        item.content().platform(), item.content().account().strip()));
    }

    /** Opaque, and the same for the same account. */
    private UUID id(ParsedItem<PlatformAccountLinkPost> item) {
        String digest = digest(item);
        return new UUID(
                new BigInteger(digest.substring(0, 16), 16).longValue(),
                new BigInteger(digest.substring(16, 32), 16).longValue());
    }

    private static EnrolmentName name(ParsedItem<PlatformAccountLinkPost> item) {
        return new EnrolmentName(item.actingFor(), item.content().enrolment());
    }
}
