package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.RecordingResult;
import kz.qadam.chassis.table.Columns;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.tally.Tallies;
import org.jdbi.v3.core.Handle;

/** Records submitted completions. */
@Singleton
class NewCompletions extends CompletionSubmissionKind<CompletionPost> {

    private final ChangePublisher publisher;
    private final Tallies tallies;
    private final MeterRegistry metrics;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    NewCompletions(
            CatalogueCache catalogues, ChangePublisher publisher, Tallies tallies, Clock clock, MeterRegistry metrics) {
        super(catalogues, publisher, clock);
        this.publisher = publisher;
        this.tallies = tallies;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "completions";
    }

    @Override
    public Optional<String> importPath() {
        return Optional.of(CompletionImportResource.PATH);
    }

    @Override
    public Columns columns() {
        return CompletionPost.COLUMNS;
    }

    @Override
    public ParsedItem<CompletionPost> read(Item item, Submitter submitter, String trace) {
        CompletionPost post = CompletionPost.read(item.fields(), today());
        return parsed(item, submitter, post, post.institution(), post.reference(), trace);
    }

    @Override
    RecordingResult<CompletionView, Effect> record(
            Handle handle,
            Catalogue catalogue,
            Instant now,
            List<ParsedItem<CompletionPost>> items,
            boolean withEffect) {
        return new CompletionRecording(handle, catalogue, now, publisher, tallies, ids).record(items, withEffect);
    }

    @Override
    public void committed(List<Outcome<CompletionView>> outcomes) {
        super.committed(outcomes);
        for (Outcome<CompletionView> outcome : outcomes) {
            metrics.counter("qadam.completions", "verdict", outcome.verdict()).increment();
        }
    }
}
