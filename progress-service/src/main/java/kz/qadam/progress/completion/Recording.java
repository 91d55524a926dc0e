package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.batch.DryRuns;
import kz.qadam.chassis.batch.Halving;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.security.Sender;
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogues;
import kz.qadam.progress.tally.Tallies;
import org.jdbi.v3.core.Handle;

/** Takes completions in: many or one, it is the same set-based path, and one transaction. */
@ApplicationScoped
class Recording {

    private final Database database;
    private final Catalogues catalogues;
    private final Consequences consequences;
    private final Tallies tallies;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Recording(
            Database database,
            Catalogues catalogues,
            Consequences consequences,
            Tallies tallies,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.catalogues = catalogues;
        this.consequences = consequences;
        this.tallies = tallies;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Reads an item.
     *
     * @param trace of the request that sent it, or null
     */
    Reading<CompletionPost> read(Item item, Sender sender, String trace) {
        return Reading.of(
                item,
                it -> CompletionPost.read(it.fields(), Almaty.dayOf(clock.instant())),
                CompletionPost::institution,
                CompletionPost::reference,
                sender,
                trace);
    }

    /** What became of each, in their order; durable when it returns. */
    List<Outcome<CompletionView>> record(List<Reading<CompletionPost>> readings, Terms terms) {
        List<Outcome<CompletionView>> outcomes = database.transaction(handle -> take(handle, readings), terms::keeps);
        if (terms.keeps(outcomes)) {
            told(outcomes);
        }
        return outcomes;
    }

    /** The same for posts that come one by one; if they cannot be kept together, none is. */
    List<Outcome<CompletionView>> recordTogether(List<Reading<CompletionPost>> readings) {
        List<Outcome<CompletionView>> outcomes = database.transaction(handle -> together(handle, readings, null));
        told(outcomes);
        return outcomes;
    }

    /** The same in a transaction of somebody else's, who tells of it afterwards. */
    List<Outcome<CompletionView>> take(Handle handle, List<Reading<CompletionPost>> readings) {
        return halving(handle, null).of(readings);
    }

    /** What would become of each, by the same path; nothing of it stays. */
    Foreseen foresee(List<Reading<CompletionPost>> readings, Terms terms) {
        return database.transaction(
                handle -> {
                    if (readings.size() == 1) {
                        DryRuns.waitBriefly(handle);
                    }
                    List<Effect> effects = new ArrayList<>();
                    List<Outcome<CompletionView>> outcomes =
                            halving(handle, effects).of(readings);
                    return Foreseen.of(outcomes, Effect.of(effects), terms);
                },
                foreseen -> false);
    }

    /** After the commit. */
    void told(List<Outcome<CompletionView>> outcomes) {
        consequences.told();
        for (Outcome<CompletionView> outcome : outcomes) {
            metrics.counter("qadam.completions", "verdict", outcome.verdict()).increment();
        }
    }

    private Halving<Reading<CompletionPost>, Outcome<CompletionView>> halving(Handle handle, List<Effect> effects) {
        return new Halving<>(
                handle,
                some -> together(handle, some, effects),
                one -> together(handle, List.of(one.refused(Halving.cannotBeKept())), null)
                        .get(0));
    }

    /** @param effects where what it brings about is noted; null if nobody asks */
    private List<Outcome<CompletionView>> together(
            Handle handle, List<Reading<CompletionPost>> readings, List<Effect> effects) {
        var transaction = new RecordingTransaction(handle, catalogues.hold(handle), consequences, tallies, clock, ids);
        List<Outcome<CompletionView>> outcomes = transaction.record(readings);
        if (effects != null) {
            effects.add(transaction.effect());
        }
        return outcomes;
    }
}
