package kz.qadam.progress.completion;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.qadam.chassis.database.Database;

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
        Gauge.builder("qadam.completions.pending", this, PendingMetrics::all)
                .description("Completions whose enrolment is not known yet")
                .register(metrics);
        Gauge.builder("qadam.completions.pending.stale", this, PendingMetrics::stale)
                .description(
                        "Completions that have waited for their enrolment for longer than qadam.pending.stale-after")
                .register(metrics);
        Gauge.builder("qadam.completions.pending.oldest", this, PendingMetrics::oldest)
                .description("For how long the oldest of them has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double all() {
        return database.transaction(
                handle -> handle.createQuery("select count(*) from completion where status = 'pending'")
                        .mapTo(Double.class)
                        .one());
    }

    private double stale() {
        return database.transaction(handle -> handle.createQuery(
                        "select count(*) from completion where status = 'pending' and pending_since < :before")
                .bind("before", clock.instant().minus(config.staleAfter()))
                .mapTo(Double.class)
                .one());
    }

    private double oldest() {
        Instant since = database.transaction(
                handle -> handle.createQuery("select min(pending_since) from completion where status = 'pending'")
                        .mapTo(OffsetDateTime.class)
                        .findOne()
                        .map(OffsetDateTime::toInstant)
                        .orElseGet(clock::instant));
        return Duration.between(since, clock.instant()).toSeconds();
    }
}
