package kz.qadam.progress.completion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.BatchAnswer;
import kz.qadam.chassis.submission.DryRunResult;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.RecordingResult;
import kz.qadam.chassis.submission.SubmissionKind;
import kz.qadam.progress.catalogue.AlmatyTime;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import org.jdbi.v3.core.Handle;

/** What all kinds of submissions about completions have in common. */
abstract class CompletionSubmissionKind<P> implements SubmissionKind<P, CompletionView, Effect> {

    private final CatalogueCache catalogues;
    private final ChangePublisher publisher;
    private final Clock clock;

    CompletionSubmissionKind(CatalogueCache catalogues, ChangePublisher publisher, Clock clock) {
        this.catalogues = catalogues;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String location() {
        return "/v1/completions/";
    }

    @Override
    public List<String> keptVerdicts() {
        return List.of(Status.ACCEPTED.word(), Status.PENDING.word(), Status.REFUSED.word());
    }

    @Override
    public RecordingResult<CompletionView, Effect> record(
            Handle transaction, List<ParsedItem<P>> items, boolean withEffect) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return record(transaction, catalogues.lockAndRead(transaction), now, items, withEffect);
    }

    /** Records the items by this catalogue, which is locked against changes until the transaction ends. */
    abstract RecordingResult<CompletionView, Effect> record(
            Handle handle, Catalogue catalogue, Instant now, List<ParsedItem<P>> items, boolean withEffect);

    @Override
    public void committed(List<Outcome<CompletionView>> outcomes) {
        publisher.committed();
    }

    @Override
    public Effect total(List<Effect> effects) {
        return Effect.total(effects);
    }

    @Override
    public Object preview(DryRunResult<CompletionView, Effect> result) {
        return DryRun.of(result);
    }

    @Override
    public Object preview(DryRunResult<CompletionView, Effect> result, BatchAnswer verdicts, boolean asTable) {
        return asTable ? verdicts : DryRunBatch.of(result, verdicts);
    }

    LocalDate today() {
        return AlmatyTime.dayOf(clock.instant());
    }

    /**
     * Parses one item and checks for which institution it may be sent.
     *
     * @param institution the institution that the item names, or null
     */
    static <P> ParsedItem<P> parsed(
            Item item, Submitter submitter, P content, String institution, String reference, String trace) {
        Optional<Problem> problem = item.fields().certainProblem(List.of());
        String actingFor = submitter.institution().orElse(institution);
        if (problem.isEmpty()) {
            try {
                actingFor = submitter.actingFor(institution);
            } catch (Problem notAllowed) {
                problem = Optional.of(notAllowed);
            }
        }
        return new ParsedItem<>(item, content, submitter, actingFor, reference, problem, trace);
    }
}
