package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads a topic of which Kafka keeps the newest event of each key: all of it at each start and after each failure, then
 * what follows. Every instance reads all partitions and no offset is stored, so the events must be idempotent, and
 * few. Events that cannot be read are logged and left out.
 *
 * <p>One thread at a time may use it.
 */
public final class StateFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StateFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final String topic;
    private final Map<String, String> owners;
    private final Consumer<List<DeliveredEvent>> work;
    private KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A feed that has not begun.
     *
     * @param kafka how to connect to Kafka
     * @param owners of the types, as {@link EventConsumer#owners()} names them
     * @param work takes in the events of one poll, in their order
     */
    public StateFeed(
            Map<String, Object> kafka, String topic, Map<String, String> owners, Consumer<List<DeliveredEvent>> work) {
        this.settings = new HashMap<>(kafka);
        this.settings.put("auto.offset.reset", "earliest");
        this.settings.put("enable.auto.commit", false);
        this.settings.put("isolation.level", "read_committed");
        this.topic = topic;
        this.owners = owners;
        this.work = work;
    }

    /** Takes in the events of one poll, which may have to wait for them; after a failure, everything is read again. */
    public void poll() {
        boolean isDone = false;
        try {
            if (consumer == null) {
                consumer = begin();
            }
            List<DeliveredEvent> events = new ArrayList<>();
            consumer.poll(POLL).forEach(record -> read(record, events));
            if (!events.isEmpty()) {
                work.accept(events);
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

    private void read(ConsumerRecord<byte[], byte[]> record, List<DeliveredEvent> events) {
        try {
            events.add(DeliveredEvent.read(record, owners));
        } catch (UnreadableEvent e) {
            LOG.errorf("An event of %s at %d cannot be read: %s", topic, record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
