package kz.qadam.reporting.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/** Shows by how much the newest batch is ahead of the clock of the database, which was ahead and was set back. */
@ApplicationScoped
class ClockMetrics {

    private static final String AHEAD = """
            select coalesce(greatest(0, extract(epoch from greatest(instant, settled_through) - clock_timestamp())), 0)
              from intake_clock
            """;

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.clock.ahead",
                "seconds",
                "How far the newest batch or settled instant is ahead of the database's clock",
                database -> database.transaction(ClockMetrics::ahead));
    }

    static Double ahead(Handle handle) {
        return handle.createQuery(AHEAD).mapTo(Double.class).one();
    }
}
