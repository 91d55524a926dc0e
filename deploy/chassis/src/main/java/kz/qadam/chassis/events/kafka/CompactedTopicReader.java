package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic of which Kafka keeps the newest event of each key: all of it at each start and after each failure, then
 * what follows. Every instance reads all partitions and no offset is stored, so the events must be idempotent, and
 * few. Events that cannot be taken in become dead letters, and stop nothing.
 *
 * <p>One thread at a time may use it.
 */
final class CompactedTopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ANSWER_WITHOUT_EVENTS_AFTER_MS = 5_000;

    private final Map<String, Object> settings;
    private final String topic;
    private final Map<String, String> owners;
    private final Function<List<DeliveredEvent>, List<DeadLetter>> work;
    private final Consumer<List<DeadLetter>> refused;
    private KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A reader that has not begun.
     *
     * @param kafka how to connect to Kafka
     * @param owners of the types, as {@link EventConsumer#owners()} names them
     * @param work takes in the events of one poll, in their order, and returns those that cannot be taken in
     * @param refused keeps what cannot be taken in
     */
    CompactedTopicReader(
            Map<String, Object> kafka,
            String topic,
            Map<String, String> owners,
            Function<List<DeliveredEvent>, List<DeadLetter>> work,
            Consumer<List<DeadLetter>> refused) {
        this.settings = new HashMap<>(kafka);
        this.settings.put("auto.offset.reset", "earliest");
        this.settings.put("enable.auto.commit", false);
        this.settings.put("isolation.level", "read_committed");
        this.settings.put("fetch.max.wait.ms", ANSWER_WITHOUT_EVENTS_AFTER_MS);
        this.topic = topic;
        this.owners = owners;
        this.work = work;
        this.refused = refused;
    }

    /** Takes in the events of one poll, which may have to wait for them; after a failure, everything is read again. */
    void poll() {
        boolean isDone = false;
        try {
            if (consumer == null) {
                consumer = begin();
            }
            List<DeliveredEvent> events = new ArrayList<>();
            List<DeadLetter> unreadable = new ArrayList<>();
            consumer.poll(POLL).forEach(record -> read(record, events, unreadable));
            if (!events.isEmpty()) {
                unreadable.addAll(work.apply(events));
            }
            if (!unreadable.isEmpty()) {
                refused.accept(unreadable);
            }
            isDone = true;
        } finally {
            if (!isDone) {
                close();
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> begin() {
        var fresh = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = fresh;
        List<PartitionInfo> known = fresh.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new IllegalStateException("There is no topic " + topic);
        }
        List<TopicPartition> partitions = known.stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        fresh.assign(partitions);
        fresh.seekToBeginning(partitions);
        return fresh;
    }

    private void read(ConsumerRecord<byte[], byte[]> record, List<DeliveredEvent> events, List<DeadLetter> unreadable) {
        try {
            events.add(DeliveredEvent.read(record, owners));
        } catch (UnreadableEventException e) {
            unreadable.add(new DeadLetter(record, e));
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            // It is in no group, and the question that the broker has may wait for events.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            consumer = null;
        }
    }
}
