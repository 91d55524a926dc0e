package kz.qadam.progress.xapi;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.jdbi.v3.core.Handle;

/**
 * Links accounts to learners, by an enrolment of the learner: so a link follows the enrolment when learners are merged or
 * split.
 */
@Singleton
class PlatformAccountLinks
        implements SubmissionKind<PlatformAccountLinkPost, PlatformAccountLinkView, PlatformAccountLinkView.Effect> {

    static final String ACCEPTED = "accepted";
    static final String PENDING = "pending";

    /** Of a link that is there already. */
    static final String DUPLICATE = "duplicate";

    private final PlatformAccountKeys keys;
    private final CatalogueCache catalogues;
    private final PlatformAccountSettlement settlement;
    private final Clock clock;

    PlatformAccountLinks(
            PlatformAccountKeys keys, CatalogueCache catalogues, PlatformAccountSettlement settlement, Clock clock) {
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
        return PlatformAccountLinkResource.PATH + "/";
    }

    @Override
    public Columns columns() {
        return PlatformAccountLinkPost.READER.columns();
    }

    @Override
    public List<String> keptVerdicts() {
        return List.of(ACCEPTED, PENDING);
    }

    @Override
    public ParsedItem<PlatformAccountLinkPost> read(Item item, Submitter submitter, String trace) {
        keys.require();
        PlatformAccountLinkPost post = PlatformAccountLinkPost.READER.read(item.fields());
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
    public Result<PlatformAccountLinkView, PlatformAccountLinkView.Effect> record(
            Handle handle, List<ParsedItem<PlatformAccountLinkPost>> sent, boolean isDryRun) {
        Catalogue catalogue = catalogues.lockAndRead(handle);
        var platforms = new HashMap<String, Set<String>>();
        List<ParsedItem<PlatformAccountLinkPost>> items = sent.stream()
                .map(item -> catalogue.isActive(item.actingFor()) ? item : item.rejected(Catalogue.notActive()))
                .map(item -> item.problem().isPresent() ? item : atPlatform(handle, item, platforms))
                .toList();
        var transaction = new PlatformAccountLinkTransaction(handle, items, keys, clock.instant());
        List<Outcome<PlatformAccountLinkView>> outcomes = items.stream()
                .map(item -> item.outcome(() -> transaction.link(item)))
                .toList();
        return new Result<>(outcomes, transaction.settle(settlement));
    }

    /** With the platform that is meant, or rejected. */
    private static ParsedItem<PlatformAccountLinkPost> atPlatform(
            Handle handle, ParsedItem<PlatformAccountLinkPost> item, Map<String, Set<String>> known) {
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
    public PlatformAccountLinkView.Effect total(List<PlatformAccountLinkView.Effect> effects) {
        return effects.stream().reduce(PlatformAccountLinkView.Effect.NONE, PlatformAccountLinkView.Effect::plus);
    }

    @Override
    public Object preview(Result<PlatformAccountLinkView, PlatformAccountLinkView.Effect> result) {
        return new PlatformAccountLinkView.Trial(result.outcomes().get(0).view(), result.effect());
    }
}
