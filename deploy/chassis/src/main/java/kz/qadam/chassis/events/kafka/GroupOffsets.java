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
 * The offsets of this service's group in Kafka, which each instance commits every second after its database ({@link
 * GroupOffsetCommits}). A database with lower ones went back to a backup, even if the service has published nothing since.
 */
@ApplicationScoped
public class GroupOffsets implements OlderDatabaseCheck {

    private record Committed(String topic, int partition, long nextOffset) {}

    private static final TableColumns<Committed> COMMITTED = TableColumns.of(Committed.class);

    private static final String MISSING = """
            select group_offset.* from %s
              join intake_offset o on o.topic = group_offset.topic and o.partition = group_offset.partition
             where group_offset.next_offset > greatest(o.next_offset, o.taken_before)
             order by group_offset.topic, group_offset.partition
            """.formatted(COMMITTED.rows("group_offset"));

    private static final String GO_BACK = """
            update intake_offset o set taken_before = group_offset.next_offset from %s
             where o.topic = group_offset.topic and o.partition = group_offset.partition and group_offset.next_offset > o.next_offset
            """.formatted(COMMITTED.rows("group_offset"));

    private final Map<String, Object> settings;
    private final Database database;
    private final boolean takesIn;
    private final String group;

    @Inject
    GroupOffsets(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Database database,
            Instance<EventConsumer> consumers,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this(kafka, database, !consumers.isUnsatisfied(), group);
    }

    GroupOffsets(Map<String, Object> kafka, Database database, boolean takesIn, String group) {
        this.settings = new HashMap<>(kafka);
        this.database = database;
        this.takesIn = takesIn;
        this.group = group;
    }

    @Override
    public Optional<String> missing() {
        List<Committed> committed = committed();
        if (committed.isEmpty()) {
            return Optional.empty();
        }
        return database
                .transaction(handle -> COMMITTED
                        .bind(handle.createQuery(MISSING), committed)
                        .map(COMMITTED)
                        .list())
                .stream()
                .findFirst()
                .map(one -> "The service has taken in %s/%d up to offset %d, and its database does not know that."
                        .formatted(one.topic(), one.partition(), one.nextOffset()));
    }

    /** What was taken in since the backup is taken in again. */
    public void goBack(Handle handle) {
        List<Committed> committed = committed();
        if (!committed.isEmpty()) {
            COMMITTED.bind(handle.createUpdate(GO_BACK), committed).execute();
        }
    }

    private List<Committed> committed() {
        if (!takesIn) {
            return List.of();
        }
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetAndMetadata> offsets = KafkaAdminAnswer.of(
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), "what was taken in");
            return offsets.entrySet().stream()
                    .filter(one -> one.getValue() != null)
                    .map(one -> new Committed(
                            one.getKey().topic(),
                            one.getKey().partition(),
                            one.getValue().offset()))
                    .toList();
        }
    }
}
