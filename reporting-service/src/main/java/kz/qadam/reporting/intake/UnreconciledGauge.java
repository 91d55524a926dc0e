package kz.qadam.reporting.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.database.Database;

/**
 * Publishes by how much the verdicts in tallies differ from the received items; a value above 0 is a fault of
 * progress-service.
 */
@ApplicationScoped
class UnreconciledGauge {

    /** The condition is that of a partial index, which contains only tallies that do not add up. */
    private static final String SUM = """
            select coalesce(sum(abs(received - (accepted + pending + refused + duplicate + conflict + rejected))), 0)
              from tally
             where to_batch = still_open()
               and received <> accepted + pending + refused + duplicate + conflict + rejected
            """;

    private final Database database;

    UnreconciledGauge(Database database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("qadam.intake.unreconciled", this, UnreconciledGauge::sum)
                .description("Completions whose fate the tallies do not account for")
                .register(metrics);
    }

    double sum() {
        return database.transaction(
                handle -> handle.createQuery(SUM).mapTo(Double.class).one());
    }
}
