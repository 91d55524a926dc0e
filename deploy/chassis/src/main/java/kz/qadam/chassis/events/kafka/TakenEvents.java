package kz.qadam.chassis.events.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * What this service has taken in, as Kafka knows it: each instance tells it every second, after the commit ({@link TakenOffsets}).
 * A database that has taken in less went back to a backup, even if it has published nothing since.
 */
@ApplicationScoped
public class TakenEvents implements HistoryCheck {

    private record Taken(String topic, int partition, long nextOffset) {}

    private static final TableColumns<Taken> TAKEN = TableColumns.of(Taken.class);

    private static final String MISSING = """
            select told.* from %s
              join intake_offset o on o.topic = told.topic and o.partition = told.partition
             where told.next_offset > greatest(o.next_offset, o.taken_before)
             order by told.topic, told.partition
            """.formatted(TAKEN.rows("told"));

    private static final String NOTE = """
            update intake_offset o set taken_before = told.next_offset from %s
             where o.topic = told.topic and o.partition = told.partition and told.next_offset > o.next_offset
            """.formatted(TAKEN.rows("told"));

    private final Map<String, Object> settings;
    private final Database database;
    private final boolean takesIn;
    private final String group;

    @Inject
    TakenEvents(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Database database,
            Instance<EventConsumer> consumers,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this(kafka, database, !consumers.isUnsatisfied(), group);
    }

    TakenEvents(Map<String, Object> kafka, Database database, boolean takesIn, String group) {
        this.settings = new HashMap<>(kafka);
        this.database = database;
        this.takesIn = takesIn;
        this.group = group;
    }

    @Override
    public Optional<String> missing() {
        List<Taken> told = told();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return database
                .transaction(handle ->
                        TAKEN.bind(handle.createQuery(MISSING), told).map(TAKEN).list())
                .stream()
                .findFirst()
                .map(one -> "The service has taken in %s/%d up to offset %d, and its database does not know that."
                        .formatted(one.topic(), one.partition(), one.nextOffset()));
    }

    /** What was taken in since the backup is taken in again. */
    public void goBack(Handle handle) {
        List<Taken> told = told();
        if (!told.isEmpty()) {
            TAKEN.bind(handle.createUpdate(NOTE), told).execute();
        }
    }

    private List<Taken> told() {
        if (!takesIn) {
            return List.of();
        }
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> offsets = KafkaAnswer.of(
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), "what was taken in");
            return offsets.entrySet().stream()
                    .filter(one -> one.getValue() != null)
                    .map(one -> new Taken(
                            one.getKey().topic(),
                            one.getKey().partition(),
                            one.getValue().offset()))
                    .toList();
        }
    }
}
