package kz.qadam.progress.completion;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import kz.qadam.chassis.base.database.Database;
import org.jdbi.v3.core.statement.SqlStatements;

/** Metrics of pending completions, for alerts. */
@ApplicationScoped
class PendingMetrics {

    private final Database database;
    private final PendingConfig config;
    private final Clock clock;

    PendingMetrics(Database database, PendingConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("qadam.completions.pending", () -> pending("count(*)", "true"))
                .description("Completions whose enrolment is not known yet")
                .register(metrics);
        Gauge.builder("qadam.completions.pending.stale", () -> pending("count(*)", "pending_since < :staleBefore"))
                .description(
                        "Completions that have waited for their enrolment for longer than qadam.pending.stale-after")
                .register(metrics);
        Gauge.builder(
                        "qadam.completions.pending.oldest",
                        () -> pending(
                                "coalesce(floor(extract(epoch from :now::timestamptz - min(pending_since))), 0)",
                                "true"))
                .description("For how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double pending(String value, String condition) {
        PendingAge ages = PendingAge.at(clock.instant(), config);
        return database.transaction(handle -> handle.createQuery(
                        "select " + value + " from completion where status = 'pending' and " + condition)
                .configure(SqlStatements.class, parameters -> parameters.setUnusedBindingAllowed(true))
                .bind("staleBefore", ages.staleBefore())
                .bind("now", ages.now())
                .mapTo(Double.class)
                .one());
    }
}
