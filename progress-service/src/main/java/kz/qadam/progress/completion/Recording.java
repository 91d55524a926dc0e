package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.tally.Tallies;
import org.jdbi.v3.core.Handle;

/** Takes completions in: many or one, it is the same set-based path, and one transaction. */
@ApplicationScoped
class Recording {

    private final Database database;
    private final Consequences consequences;
    private final Tallies tallies;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Recording(Database database, Consequences consequences, Tallies tallies, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.consequences = consequences;
        this.tallies = tallies;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What became of each, in their order; durable when it returns. */
    List<Outcome<CompletionView>> record(List<Reading<CompletionPost>> readings, Terms terms) {
        List<Outcome<CompletionView>> outcomes = database.transaction(handle -> record(handle, readings), terms::keeps);
        if (terms.keeps(outcomes)) {
            consequences.told();
            for (Outcome<CompletionView> outcome : outcomes) {
                metrics.counter("qadam.completions", "verdict", Words.of(outcome))
                        .increment();
            }
        }
        return outcomes;
    }

    /** What would become of each, by the same path; nothing of it stays. */
    Foreseen foresee(List<Reading<CompletionPost>> readings, Terms terms) {
        return database.transaction(
                handle -> {
                    var transaction = new RecordingTransaction(handle, consequences, tallies, clock, ids);
                    List<Outcome<CompletionView>> outcomes = transaction.record(readings);
                    return Foreseen.of(outcomes, transaction.effect(), terms);
                },
                foreseen -> false);
    }

    private List<Outcome<CompletionView>> record(Handle handle, List<Reading<CompletionPost>> readings) {
        return new RecordingTransaction(handle, consequences, tallies, clock, ids).record(readings);
    }
}
