package kz.qadam.chassis.trail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;

/**
 * Prepares the trail's partitions of the coming months, by a function of the owner: the service's role creates no table.
 * If that fails for months, rows go to the default partition.
 */
@ApplicationScoped
class TrailPartitions {

    private final Database database;

    TrailPartitions(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("trail-partitions", Duration.ofDays(1), this::prepare);
    }

    void prepare() {
        database.transaction(handle -> handle.execute("select prepare_trail()"));
    }
}
