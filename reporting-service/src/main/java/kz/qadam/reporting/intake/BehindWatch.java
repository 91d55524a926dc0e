package kz.qadam.reporting.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.IntakeConfig;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jdbi.v3.core.Handle;

/**
 * Opens a batch without events when the intake has fallen behind. A figure about the past is provisional if the intake
 * was behind at the batch of that instant; while Kafka is down, no events arrive that would open a batch.
 */
@ApplicationScoped
class BehindWatch {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final IntakeClock clock;
    private final PointInTimeResolver points;

    BehindWatch(Database database, IntakeClock clock, PointInTimeResolver points) {
        this.database = database;
        this.clock = clock;
        this.points = points;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake) {
        if (intake.enabled()) {
            loops.startAtIntervals("fallen-behind", EVERY, this::check);
        }
    }

    void check() {
        if (database.transaction(clock::isNewlyBehind) && database.transaction(this::open)) {
            points.batchCommitted();
        }
    }

    /** Checks again under the lock of the clock, since another instance may have opened a batch meanwhile. */
    private boolean open(Handle handle) {
        clock.next(handle);
        boolean isBehind = clock.isNewlyBehind(handle);
        if (isBehind) {
            clock.open(handle);
        }
        return isBehind;
    }
}
