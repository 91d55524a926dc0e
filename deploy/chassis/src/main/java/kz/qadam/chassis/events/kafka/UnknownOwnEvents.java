package kz.qadam.chassis.events.kafka;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.database.TransactionLimit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * What this service has published to its own topics and its database does not know: neither as waiting nor as sent. Such an
 * event is committed before it is sent, so a database without it went back to a backup.
 */
@ApplicationScoped
public class UnknownOwnEvents implements OlderDatabaseCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TransactionLimit LIMIT = TransactionLimit.withPauses(Duration.ofMinutes(10));
    private static final int READ_AT_ONCE = 10_000;

    private record Begin(int partition, long nextOffset) {}

    private static final TableColumns<Begin> BEGIN = TableColumns.of(Begin.class);

    /** Everything before is known: it was compared, or is older than what is kept. */
    private static final String KNOWN_BEFORE = """
            select partition, max(next_offset) as next_offset
              from (select partition, next_offset from sent_begun where topic = :topic
                    union all
                    select partition, record_offset + 1 from sent_compared where publisher = any(:publishers)) as known
             group by partition
            """;

    private static final String NOTE_BEGIN = """
            insert into sent_begun (topic, %1$s) select :topic, %1$s from %2$s
             where not exists (select from sent_compared known
                                where known.publisher = any(:publishers) and known.partition = seen.partition)
            on conflict do nothing
            """.formatted(BEGIN.names(), BEGIN.rows("seen"));

    private static final String SENT_SINCE = """
            select id from sent_event join %s on begun.partition = sent_event.partition
             where publisher = any(:publishers) and (record_offset >= begun.next_offset or record_offset < 0)
            """.formatted(BEGIN.rows("begun"));

    /** An event waits or was sent; in one statement, so that none is between the two. It may have been sent twice. */
    private static final String UNKNOWN = """
            select id from unnest(:ids) as asked (id)
             where not exists (select from outbox_event waiting where waiting.id = asked.id)
               and not exists (select from sent_event sent where sent.id = asked.id)
            """;

    private static final String SENT_TO = "select topic, topic_id from sent_topic where topic = any(:topics)";

    private final Map<String, Object> settings;
    private final Database database;
    private final Map<String, Set<String>> publishersByTopic;
    private final String source;

    UnknownOwnEvents(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Database database,
            @All List<EventPublisher> publishers,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.settings = OffsetRange.consumerSettings(kafka);
        this.settings.put("max.poll.records", READ_AT_ONCE);
        this.database = database;
        this.publishersByTopic = publishers.stream()
                .collect(Collectors.groupingBy(
                        EventPublisher::topic,
                        TreeMap::new,
                        Collectors.mapping(EventPublisher::name, Collectors.toSet())));
        this.source = "/" + application;
    }

    @Override
    public Optional<String> missing() {
        return database.transaction(LIMIT, handle -> {
            requireTopics(handle);
            List<DeliveredEvent> first = new ArrayList<>();
            for (String topic : publishersByTopic.keySet()) {
                boolean isNoneMissing = read(handle, topic, events -> {
                    first.addAll(events);
                    return first.isEmpty();
                });
                if (!isNoneMissing) {
                    break;
                }
            }
            return first.stream().findFirst().map(UnknownOwnEvents::described);
        });
    }

    private static String described(DeliveredEvent one) {
        return "Kafka has an event of this service that its database does not have: %s/%d, offset %d."
                .formatted(one.topic(), one.partition(), one.offset());
    }

    /**
     * Looks whether this is the Kafka to which the service has sent: events of another installation say the same source.
     *
     * @throws IllegalStateException if a topic is another one of its name
     */
    void requireTopics(Handle handle) {
        Map<String, String> known = handle.createQuery(SENT_TO)
                .bindArray("topics", String.class, publishersByTopic.keySet())
                .setMapKeyColumn("topic")
                .setMapValueColumn("topic_id")
                .collectInto(new GenericType<>() {});
        if (!known.isEmpty()) {
            KafkaAdminAnswer.topicIds(settings, known.keySet())
                    .forEach((topic, id) -> SentEvents.requireSame(topic, known.get(topic), id));
        }
    }

    /** Whose events these are, as their source says. */
    String source() {
        return source;
    }

    /** The topics that this service writes, with the names of the publishers of each. */
    Map<String, Set<String>> publishersByTopic() {
        return publishersByTopic;
    }

    /**
     * Reads what is behind all that is known, and hands out what the database does not know, page by page.
     *
     * @param unknown returns whether to read on
     * @return whether all of it was read
     */
    boolean read(Handle handle, String topic, Predicate<List<DeliveredEvent>> unknown) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<Integer, Long> begins = begins(handle, topic, ends);
            Set<UUID> sent = sentSince(handle, topic, begins);
            for (TopicPartition partition : partitions) {
                long begin = Math.max(begins.get(partition.partition()), beginning(consumer, partition));
                boolean isRead = new OffsetRange(partition, begin, ends.get(partition))
                        .read(consumer, PATIENCE, records -> {
                            List<DeliveredEvent> own = new ArrayList<>();
                            records.forEach(record -> ifOwn(record, own));
                            own.removeIf(one -> sent.contains(one.event().id()));
                            return unknown.test(unknown(handle, own));
                        });
                if (!isRead) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What was sent since the last comparison: most of what is read, and found by one scan. */
    private Set<UUID> sentSince(Handle handle, String topic, Map<Integer, Long> begins) {
        return BEGIN.bind(
                        handle.createQuery(SENT_SINCE)
                                .bindArray("publishers", String.class, publishersByTopic.get(topic)),
                        begins.entrySet().stream()
                                .map(one -> new Begin(one.getKey(), one.getValue()))
                                .toList())
                .mapTo(UUID.class)
                .set();
    }

    private static long beginning(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /** A partition of which nothing is known begins where it ends now. */
    private Map<Integer, Long> begins(Handle handle, String topic, Map<TopicPartition, Long> ends) {
        BEGIN.bind(
                        handle.createUpdate(NOTE_BEGIN)
                                .bind("topic", topic)
                                .bindArray("publishers", String.class, publishersByTopic.get(topic)),
                        ends.entrySet().stream()
                                .map(one -> new Begin(one.getKey().partition(), one.getValue()))
                                .toList())
                .execute();
        return handle.createQuery(KNOWN_BEFORE)
                .bind("topic", topic)
                .bindArray("publishers", String.class, publishersByTopic.get(topic))
                .map(BEGIN)
                .collect(Collectors.toMap(Begin::partition, Begin::nextOffset));
    }

    private void ifOwn(ConsumerRecord<byte[], byte[]> record, List<DeliveredEvent> own) {
        try {
            CloudEvent event = CloudEvent.from(record);
            if (event.source().equals(source)) {
                own.add(new DeliveredEvent(event, record));
            }
        } catch (UnreadableEventException e) {
            // This service has not sent it.
        }
    }

    private static List<DeliveredEvent> unknown(Handle handle, List<DeliveredEvent> own) {
        if (own.isEmpty()) {
            return own;
        }
        Set<UUID> unknown = handle.createQuery(UNKNOWN)
                .bindArray(
                        "ids",
                        UUID.class,
                        own.stream().map(one -> one.event().id()).toList())
                .mapTo(UUID.class)
                .set();
        return own.stream().filter(one -> unknown.contains(one.event().id())).toList();
    }
}
