package kz.qadam.progress.tally;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Folds the tallies every few moments. */
@ApplicationScoped
class Folding {

    private final Tallies tallies;
    private final Clock clock;

    Folding(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    @Scheduled(every = "${qadam.tally.fold-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void fold() {
        tallies.fold(clock.instant());
    }
}
