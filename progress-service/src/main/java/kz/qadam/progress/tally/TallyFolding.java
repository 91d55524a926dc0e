package kz.qadam.progress.tally;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import kz.qadam.chassis.background.BackgroundLoops;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Folds tallies at regular intervals. */
@ApplicationScoped
class TallyFolding {

    private final Duration every;

    TallyFolding(@ConfigProperty(name = "qadam.tally.fold-every", defaultValue = "2s") Duration every) {
        this.every = every;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, Tallies tallies, Clock clock) {
        loops.startAtIntervals("tally-folding", every, () -> tallies.fold(clock.instant()));
    }
}
