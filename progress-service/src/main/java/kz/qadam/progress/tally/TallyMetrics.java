package kz.qadam.progress.tally;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/** Shows for how long what was received has waited for {@link TallyFolding}. */
@ApplicationScoped
class TallyMetrics {

    private static final String AGE = """
            select coalesce(extract(epoch from clock_timestamp() - min(added_at)), 0) from tally_delta d where %s
            """.formatted(TallyFolding.CAN_BE_FOLDED);

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.tally.unfolded.age",
                "seconds",
                "How long the oldest row has waited to be added to the tallies; 0 if none waits",
                database -> database.transaction(TallyMetrics::age));
    }

    static Double age(Handle handle) {
        return handle.createQuery(AGE).mapTo(Double.class).one();
    }
}
