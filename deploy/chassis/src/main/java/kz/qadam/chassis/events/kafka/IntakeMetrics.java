package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/**
 * Shows how far the intake of all instances is. Each instance shows the same, from the table of positions: so a
 * partition that no instance reads is seen too.
 */
@ApplicationScoped
class IntakeMetrics {

    private static final String LAG = """
            select topic, partition, greatest(0, end_offset - next_offset)
              from intake_offset join intake_position using (topic, partition)
             where end_offset is not null
            """;

    private static final String UNSEEN = """
            select topic, partition, extract(epoch from clock_timestamp() - seen_at)
              from intake_offset join intake_position using (topic, partition)
             where seen_at is not null
            """;

    /** Before the first end of a partition is known, all its events may be old. */
    private static final String WAITING = """
            select coalesce(max(extract(epoch from clock_timestamp() - due_since)), 0)
              from intake_offset join intake_position using (topic, partition)
             where due_offset > next_offset and isfinite(due_since)
            """;

    private final KafkaStarter traffic;

    IntakeMetrics(KafkaStarter traffic) {
        this.traffic = traffic;
    }

    void start(@Observes StartupEvent event, IntakeConfig intake, Instance<EventConsumer> consumers, Gauges gauges) {
        if (!intake.enabled() || consumers.isUnsatisfied()) {
            return;
        }
        gauges.add(
                "qadam.intake.halted",
                null,
                "1 if the intake of this instance or of any partition has stopped for good",
                database ->
                        traffic.halted() != null || database.transaction(IntakePositions::halted) != null ? 1.0 : 0);
        gauges.addTagged(
                "qadam.intake.partition.lag",
                null,
                "Events that wait in Kafka in a partition",
                database -> database.transaction(handle -> byPartition(handle, LAG)));
        gauges.addTagged(
                "qadam.intake.partition.unseen",
                "seconds",
                "How long ago an instance that reads the partition last learned from Kafka where it ends",
                database -> database.transaction(handle -> byPartition(handle, UNSEEN)));
        gauges.add(
                "qadam.intake.waiting",
                "seconds",
                "For how long events have waited in Kafka, at least; 0 if none waits",
                database -> database.transaction(handle ->
                        handle.createQuery(WAITING).mapTo(Double.class).one()));
    }

    private static Map<Tags, Double> byPartition(Handle handle, String query) {
        return handle.createQuery(query).reduceRows(new HashMap<>(), (all, row) -> {
            Tags partition = Tags.of(
                    "topic", row.getColumn(1, String.class),
                    "partition", row.getColumn(2, String.class));
            all.put(partition, row.getColumn(3, Double.class));
            return all;
        });
    }
}
