package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.Enrolments;
import kz.qadam.progress.enrolment.Enrolments.EnrolmentName;
import kz.qadam.progress.xapi.AccountLinkPost.Replace;
import kz.qadam.progress.xapi.reading.Account;
import org.jdbi.v3.core.Handle;

/**
 * Links accounts to learners, by an enrolment of the learner: so a link follows the enrolment when learners are merged or
 * split. It locks first the names of enrolments, then accounts.
 */
@Singleton
class AccountLinks implements SubmissionKind<AccountLinkPost, AccountLinkView, AccountLinkView.Effect> {

    private static final String ACCEPTED = "accepted";
    private static final String PENDING = "pending";

    private final AccountKeys keys;
    private final CatalogueCache catalogues;
    private final Settlement settlement;
    private final Clock clock;

    AccountLinks(AccountKeys keys, CatalogueCache catalogues, Settlement settlement, Clock clock) {
        this.keys = keys;
        this.catalogues = catalogues;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account-links";
    }

    @Override
    public String location() {
        return AccountLinkResource.PATH + "/";
    }

    @Override
    public Columns columns() {
        return AccountLinkPost.FORM.columns();
    }

    @Override
    public List<String> keptVerdicts() {
        return List.of(ACCEPTED, PENDING);
    }

    @Override
    public ParsedItem<AccountLinkPost> read(Item item, Submitter submitter, String trace) {
        keys.require();
        AccountLinkPost post = AccountLinkPost.FORM.read(item.fields());
        Optional<Problem> problem = item.fields().problem();
        String actingFor = submitter.institution().orElse(post.institution());
        if (problem.isEmpty()) {
            try {
                actingFor = submitter.actingFor(post.institution());
            } catch (Problem notAllowed) {
                problem = Optional.of(notAllowed);
            }
        }
        return new ParsedItem<>(item, post, submitter, actingFor, null, problem, trace);
    }

    @Override
    public Result<AccountLinkView, AccountLinkView.Effect> record(
            Handle handle, List<ParsedItem<AccountLinkPost>> sent, boolean isDryRun) {
        Catalogue catalogue = catalogues.lockAndRead(handle);
        var platforms = new HashMap<String, Set<String>>();
        List<ParsedItem<AccountLinkPost>> items = sent.stream()
                .map(item -> catalogue.isActive(item.actingFor()) ? item : item.rejected(Catalogue.notActive()))
                .map(item -> item.problem().isPresent() ? item : atPlatform(handle, item, platforms))
                .toList();
        var run = new Run(handle, items);
        List<Outcome<AccountLinkView>> outcomes =
                items.stream().map(item -> item.outcome(() -> run.link(item))).toList();
        return new Result<>(outcomes, run.settle());
    }

    /** With the platform that is meant, or rejected. */
    private static ParsedItem<AccountLinkPost> atPlatform(
            Handle handle, ParsedItem<AccountLinkPost> item, Map<String, Set<String>> known) {
        Set<String> names = known.computeIfAbsent(
                item.actingFor(),
                institution -> new PlatformRows(handle, institution)
                        .all().stream().map(PlatformRows.Saved::name).collect(Collectors.toCollection(TreeSet::new)));
        String named = item.content().platform();
        if (named == null && names.size() == 1) {
            return item.as(item.content().at(names.iterator().next()), null);
        }
        if (named == null) {
            return item.rejected(
                    new Problem(ProblemType.RULE_VIOLATED, item.fields().fault("platform", "which-platform")));
        }
        return names.contains(named)
                ? item
                : item.rejected(
                        new Problem(ProblemType.RULE_VIOLATED, item.fields().fault("platform", "unknown-code", named)));
    }

    @Override
    public AccountLinkView.Effect total(List<AccountLinkView.Effect> effects) {
        return effects.stream().reduce(AccountLinkView.Effect.NONE, AccountLinkView.Effect::plus);
    }

    @Override
    public Object preview(Result<AccountLinkView, AccountLinkView.Effect> result) {
        return new AccountLinkView.Trial(result.outcomes().get(0).view(), result.effect());
    }

    /** One transaction. */
    private final class Run {

        private final Handle handle;
        private final Map<EnrolmentName, Enrolment> enrolments;
        /** The present link of each account, by institution and digest. */
        private final Map<String, Map<String, AccountRows.Locked>> accounts = new TreeMap<>();

        private final Map<String, List<LinkRows.Link>> links = new TreeMap<>();

        private Run(Handle handle, List<ParsedItem<AccountLinkPost>> items) {
            this.handle = handle;
            List<ParsedItem<AccountLinkPost>> right =
                    items.stream().filter(item -> item.problem().isEmpty()).toList();
            this.enrolments = Enrolments.lock(
                    handle, right.stream().map(AccountLinks::name).collect(Collectors.toCollection(TreeSet::new)));
            Map<String, Map<String, AccountRows.NewAccount>> named = new TreeMap<>();
            right.forEach(item -> named.computeIfAbsent(item.actingFor(), first -> new LinkedHashMap<>())
                    .putIfAbsent(digest(item), account(item)));
            named.forEach((institution, all) ->
                    accounts.put(institution, new HashMap<>(AccountRows.lock(handle, institution, all.values()))));
        }

        private AccountRows.NewAccount account(ParsedItem<AccountLinkPost> item) {
            String digest = digest(item);
            return new AccountRows.NewAccount(
                    item.actingFor(),
                    digest,
                    item.content().platform(),
                    keys.seal(digest, item.content().account()),
                    clock.instant());
        }

        private Outcome<AccountLinkView> link(ParsedItem<AccountLinkPost> item) {
            Map<String, AccountRows.Locked> known = accounts.get(item.actingFor());
            AccountRows.Locked before = known.get(digest(item));
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
                return new Outcome.Rejected<>(new Problem(
                        ProblemType.REFERENCE_CONFLICT, item.fields().fault("account", "linked-already")));
            }
            if (before.isLinked() && replace == Replace.FROM_NOW_ON) {
                LinkRows.keepWithFormer(handle, item.actingFor(), List.of(digest(item)));
            }
            UUID enrolmentId = enrolment == null ? null : enrolment.id();
            known.put(
                    digest(item),
                    new AccountRows.Locked(digest(item), item.content().enrolment(), enrolmentId, false));
            var link = new LinkRows.Link(
                    item.actingFor(), digest(item), item.content().enrolment(), enrolmentId);
            LinkRows.write(handle, List.of(link));
            links.computeIfAbsent(item.actingFor(), first -> new ArrayList<>()).add(link);
            return new Outcome.Kept<>(
                    before.isLinked() ? 200 : 201,
                    enrolment == null ? PENDING : ACCEPTED,
                    id(item),
                    view(item, enrolment));
        }

        private boolean isSamePerson(AccountRows.Locked before, ParsedItem<AccountLinkPost> item, Enrolment enrolment) {
            if (before.enrolment().equals(item.content().enrolment())) {
                return true;
            }
            if (before.enrolmentId() == null || enrolment == null) {
                return false;
            }
            Enrolment present =
                    Enrolments.byId(handle, List.of(before.enrolmentId())).get(before.enrolmentId());
            return present != null && present.learnerId().equals(enrolment.learnerId());
        }

        private AccountLinkView.Effect settle() {
            AccountLinkView.Effect effect = AccountLinkView.Effect.NONE;
            for (Map.Entry<String, List<LinkRows.Link>> one : links.entrySet()) {
                Set<String> digests =
                        one.getValue().stream().map(LinkRows.Link::account).collect(Collectors.toSet());
                effect = effect.plus(settlement.settle(handle, one.getKey(), digests, null));
            }
            return effect;
        }

        private AccountLinkView view(ParsedItem<AccountLinkPost> item, Enrolment enrolment) {
            return new AccountLinkView(
                    id(item),
                    item.actingFor(),
                    item.content().platform(),
                    item.content().account(),
                    item.content().enrolment(),
                    enrolment == null ? PENDING : ACCEPTED,
                    enrolment == null ? null : enrolment.learnerId());
        }
    }

    private String digest(ParsedItem<AccountLinkPost> item) {
        return keys.digest(
                item.actingFor(),
                new Account(item.content().platform(), item.content().account().strip()));
    }

    /** Opaque, and the same for the same account. */
    private UUID id(ParsedItem<AccountLinkPost> item) {
        String digest = digest(item);
        return new UUID(
                new BigInteger(digest.substring(0, 16), 16).longValue(),
                new BigInteger(digest.substring(16, 32), 16).longValue());
    }

    private static EnrolmentName name(ParsedItem<AccountLinkPost> item) {
        return new EnrolmentName(item.actingFor(), item.content().enrolment());
    }
}
