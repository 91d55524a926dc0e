package kz.qadam.reporting.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.IntakeConfig;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Opens a batch without events when the intake has fallen behind. A figure about the past is provisional if the intake
 * was behind at the batch of that instant; while Kafka is down, no events arrive that would open a batch.
 */
@ApplicationScoped
class BehindWatch {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final PointsInTime moments;
    private final Duration behindAfter;

    BehindWatch(
            Database database,
            PointsInTime moments,
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter) {
        this.database = database;
        this.moments = moments;
        this.behindAfter = behindAfter;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, IntakeConfig intake) {
        if (intake.enabled()) {
            loops.startAtIntervals("fallen-behind", EVERY, this::check);
        }
    }

    void check() {
        if (database.transaction(this::hasFallenBehind) && database.transaction(this::open)) {
            moments.batchCommitted();
        }
    }

    private boolean hasFallenBehind(Handle handle) {
        return IntakeClock.hasFallenBehind(handle, behindAfter);
    }

    /** Checks again under the lock of the clock, since another instance may have opened a batch meanwhile. */
    private boolean open(Handle handle) {
        IntakeClock.next(handle);
        boolean isBehind = hasFallenBehind(handle);
        if (isBehind) {
            IntakeClock.open(handle, IntakeClock.Content.NOTHING, behindAfter);
        }
        return isBehind;
    }
}
