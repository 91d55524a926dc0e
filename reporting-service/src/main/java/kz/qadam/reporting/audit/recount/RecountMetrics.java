package kz.qadam.reporting.audit.recount;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/**
 * Shows when the last daily recount was, and with which result. Those that people ask for may be of the past or of one
 * cohort: they neither end an alert nor begin one.
 */
@ApplicationScoped
class RecountMetrics {

    /** Before the first recount, the age is that of the first batch. */
    private static final String AGE = """
            select extract(epoch from :now - coalesce(
                       (select max(finished_at) from recount where requested_by = :daily and not failed),
                       (select min(instant) from intake_batch)))
            """;

    /** The last daily recount that came to an end: its id, when that was, and how much differed. */
    static final String LAST = """
            select id, finished_at,
                   json_array_length(result -> 'differences') + coalesce(cast(result #>> '{inFlight,overdue}' as int), 0)
                       as differences
              from (select id, finished_at, cast(result as json) from recount
                     where requested_by = :daily and result is not null order by finished_at desc limit 1) as last
            """;

    private final Clock clock;

    RecountMetrics(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.recount.age",
                "seconds",
                "How long ago the last daily recount of all figures was",
                database -> database.transaction(this::age));
        gauges.add(
                "qadam.recount.differences",
                null,
                "Figures that differed from the last daily recount, at most 1000, and learners who wait for a lost state",
                database -> database.transaction(RecountMetrics::differences));
    }

    Double age(Handle handle) {
        return handle.createQuery(AGE)
                .bind("now", clock.instant())
                .bind("daily", DailyRecount.REQUESTER)
                .mapTo(Double.class)
                .one();
    }

    static Double differences(Handle handle) {
        return handle.createQuery(LAST)
                .bind("daily", DailyRecount.REQUESTER)
                .map((row, context) -> row.getDouble("differences"))
                .findOne()
                .orElse(null);
    }
}
