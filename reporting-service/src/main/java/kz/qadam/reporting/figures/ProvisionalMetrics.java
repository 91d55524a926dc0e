package kz.qadam.reporting.figures;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.metrics.Gauges;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.CatalogueCache;

/** Shows for how long the figures have been provisional, however many instances have come and gone meanwhile. */
@ApplicationScoped
class ProvisionalMetrics {

    private static final String NOTE = """
            update provisional_since set since = case when :provisional then clock_timestamp() end
             where (since is not null) <> :provisional
            """;

    private static final String DURATION = """
            select coalesce(extract(epoch from clock_timestamp() - since), 0) from provisional_since
            """;

    private final PointInTimeResolver points;
    private final CatalogueCache catalogues;

    ProvisionalMetrics(PointInTimeResolver points, CatalogueCache catalogues) {
        this.points = points;
        this.catalogues = catalogues;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.figures.provisional",
                "seconds",
                "For how long figures have been provisional; 0 while they are final",
                this::duration);
    }

    Double duration(Database database) {
        PointInTime time = points.of(null, null);
        return database.transaction(handle -> {
            boolean isProvisional = !ProvisionalReason.of(
                            handle, time, catalogues.at(handle, time.batch()).beingEvaluated())
                    .isEmpty();
            handle.createUpdate(NOTE).bind("provisional", isProvisional).execute();
            return handle.createQuery(DURATION).mapTo(Double.class).one();
        });
    }
}
