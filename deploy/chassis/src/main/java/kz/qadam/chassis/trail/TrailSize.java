package kz.qadam.chassis.trail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.base.metrics.Gauges;

/** How much of the disk the trail takes: it only grows. */
@ApplicationScoped
class TrailSize {

    private static final String BYTES = """
            select sum(pg_total_relation_size(relid)) from pg_partition_tree('trail')
            """;

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.trail",
                "bytes",
                "How much of the disk the trail takes, with its indexes",
                database -> database.transaction(
                        handle -> handle.createQuery(BYTES).mapTo(Double.class).one()));
    }
}
