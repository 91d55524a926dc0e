package kz.qadam.progress.completion;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.tally.Tallies.TallyDelta;
import org.jdbi.v3.core.Handle;

/** What all kinds of submissions about completions have in common. */
abstract class CompletionSubmissionKind<P extends Record & CompletionSubmissionKind.Post>
        implements SubmissionKind<P, CompletionView, Effect> {

    /** What every submission about a completion has; each member is null if it is absent or cannot be read. */
    interface Post {

        String institution();

        /** The reference that the answer repeats. */
        String reference();
    }

    /**
     * What a transaction has recorded.
     *
     * @param outcomes the outcome of each item, in their order
     * @param changes one change for each changed completion
     */
    record Recorded(List<Outcome<CompletionView>> outcomes, Collection<CompletionChange> changes) {}

    private final String name;
    private final ItemReader<P> reader;
    private final StateChangeCause cause;
    private final Columns columns;
    private final CatalogueCache catalogues;
    private final LearnerJudging judging;
    private final Clock clock;

    /** @param cause the cause of the states that the items lead to */
    CompletionSubmissionKind(
            String name,
            ItemReader<P> reader,
            StateChangeCause cause,
            CatalogueCache catalogues,
            LearnerJudging judging,
            Clock clock) {
        this.name = name;
        this.reader = reader;
        this.cause = cause;
        this.columns = reader.columns();
        this.catalogues = catalogues;
        this.judging = judging;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String location() {
        return "/v1/completions/";
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public List<String> keptVerdicts() {
        return List.of(
                CompletionStatus.ACCEPTED.word(), CompletionStatus.PENDING.word(), CompletionStatus.REFUSED.word());
    }

    /** Reads an item and checks for which institution it may be sent. */
    @Override
    public ParsedItem<P> read(Item item, Submitter submitter, String trace) {
        P post = reader.read(item.fields(), AlmatyTime.dayOf(clock.instant()));
        Optional<Problem> problem = item.fields().problem();
        String actingFor = submitter.institution().orElse(post.institution());
        if (problem.isEmpty()) {
            try {
                actingFor = submitter.actingFor(post.institution());
            } catch (Problem notAllowed) {
                problem = Optional.of(notAllowed);
            }
        }
        return new ParsedItem<>(item, post, submitter, actingFor, post.reference(), problem, trace);
    }

    @Override
    public Result<CompletionView, Effect> record(Handle handle, List<ParsedItem<P>> sent, boolean isDryRun) {
        Instant now = clock.instant();
        Catalogue catalogue = catalogues.lockAndRead(handle);
        List<ParsedItem<P>> items = sent.stream()
                .map(item -> catalogue.isActive(item.actingFor()) ? item : item.rejected(Catalogue.notActive()))
                .toList();
        var transaction = new JudgingTransaction(handle, catalogue, now, cause, ParsedItem.traceOf(items));
        Recorded recorded = record(transaction, items, isDryRun);
        TrainedStateChanges trained =
                judging.judge(transaction, recorded.changes(), List.of(), tallied(items, recorded.outcomes()));
        return new Result<>(recorded.outcomes(), isDryRun ? Effect.of(handle, recorded.changes(), trained) : null);
    }

    /**
     * Records the items that have no problem.
     *
     * @param isDryRun whether nothing will be kept; then no learner is said to be blocked
     */
    abstract Recorded record(JudgingTransaction transaction, List<ParsedItem<P>> items, boolean isDryRun);

    /** The items as tallies count them; nothing for a kind that is not tallied. */
    Stream<TallyDelta> tallied(List<ParsedItem<P>> items, List<Outcome<CompletionView>> outcomes) {
        return Stream.empty();
    }

    @Override
    public Effect total(List<Effect> effects) {
        return Effect.total(effects);
    }

    @Override
    public Object preview(Result<CompletionView, Effect> result) {
        return CompletionPreview.of(result);
    }

    @Override
    public Object preview(Result<CompletionView, Effect> result, BatchAnswer verdicts, boolean asTable) {
        return asTable ? verdicts : DryRunBatchView.of(result, verdicts);
    }

    /** The first item about each completion: of several equal items in one transaction, it counts as recorded. */
    static <P> Map<CompletionKey, ParsedItem<P>> firstItems(
            List<ParsedItem<P>> items, Function<ParsedItem<P>, CompletionKey> keyOf) {
        Map<CompletionKey, ParsedItem<P>> first = new LinkedHashMap<>();
        items.stream()
                .filter(item -> item.problem().isEmpty())
                .forEach(item -> first.putIfAbsent(keyOf.apply(item), item));
        return first;
    }

    @SuppressWarnings("ReferenceEquality") // Equal items may be sent together.
    static <P> boolean isFirst(ParsedItem<P> item, Map<CompletionKey, ParsedItem<P>> first, CompletionKey key) {
        return first.get(key) == item;
    }
}
