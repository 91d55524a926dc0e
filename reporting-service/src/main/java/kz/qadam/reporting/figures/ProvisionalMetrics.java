package kz.qadam.reporting.figures;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.metrics.Gauges;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.catalogue.CatalogueCache;

/**
 * Shows for how long the figures have been provisional. An instance that starts while they are provisional counts from
 * its start.
 */
@ApplicationScoped
class ProvisionalMetrics {

    private final PointsInTime times;
    private final CatalogueCache catalogues;
    private final Clock clock;
    private Instant since;

    ProvisionalMetrics(PointsInTime times, CatalogueCache catalogues, Clock clock) {
        this.times = times;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.figures.provisional",
                "seconds",
                "For how long figures have been provisional; 0 while they are final",
                this::duration);
    }

    private double duration(Database database) {
        Instant now = clock.instant();
        if (reasons(database).isEmpty()) {
            since = null;
        } else if (since == null) {
            since = now;
        }
        return since == null ? 0 : Duration.between(since, now).toMillis() / 1e3;
    }

    private List<ProvisionalReason> reasons(Database database) {
        PointInTime time = times.of(null, null);
        return database.transaction(handle -> ProvisionalReason.of(
                handle, time, catalogues.at(handle, time.batch()).beingEvaluated()));
    }
}
