package kz.qadam.reporting.audit.recount;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import kz.qadam.chassis.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/** Shows when all figures were last recounted, and with which result. */
@ApplicationScoped
class RecountMetrics {

    /** Before the first recount, the age is that of the first batch. */
    private static final String AGE = """
            select extract(epoch from :now - coalesce(
                       (select max(finished_at) from recount where cohort is null and not failed),
                       (select min(instant) from intake_batch)))
            """;

    private static final String DIFFERENCES = """
            select json_array_length(cast(result as json) -> 'differences') from recount
             where cohort is null and result is not null order by finished_at desc limit 1
            """;

    private final Clock clock;

    RecountMetrics(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.recount.age",
                "seconds",
                "How long ago all figures were last recounted",
                database -> database.transaction(this::age));
        gauges.add(
                "qadam.recount.differences",
                null,
                "Figures that differed from their last recount; at most 1000 are counted",
                database -> database.transaction(RecountMetrics::differences));
    }

    Double age(Handle handle) {
        return handle.createQuery(AGE)
                .bind("now", clock.instant())
                .mapTo(Double.class)
                .one();
    }

    static Double differences(Handle handle) {
        return handle.createQuery(DIFFERENCES).mapTo(Double.class).findOne().orElse(null);
    }
}
