package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.qadam.chassis.events.kafka.RelayQueue.Acknowledged;
import kz.qadam.chassis.events.kafka.SentEvents.SentRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Finds out whether Kafka still has what it has acknowledged, and gives back to the outbox what it has lost: after a power
 * failure a log may end earlier than before, or have other events there. Of each partition the last record is kept up to which
 * all was compared. It moves only when what follows is compared, so a comparison that fails is made up for. Each event takes
 * effect once, so nothing is lost by sending too many again.
 *
 * <p>One thread at a time may use it.
 */
final class KafkaLossRepair {

    private static final Logger LOG = Logger.getLogger(KafkaLossRepair.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final Map<String, Object> consumerSettings;
    private final String topic;
    private final SentEvents sent;
    private final long every;
    private final Counter sentAgain;
    private final Map<Integer, SentRecord> newest = new HashMap<>();
    private final Map<Integer, SentRecord> compared = new HashMap<>();
    private long lookedAt;

    /**
     * What watches the topic of one publisher.
     *
     * @param kafka how to connect to Kafka
     * @param every how often it compares
     * @param sentAgain counts the events that Kafka has lost
     */
    KafkaLossRepair(Map<String, Object> kafka, String topic, SentEvents sent, Duration every, Counter sentAgain) {
        this.settings = Map.copyOf(kafka);
        this.consumerSettings = OffsetRange.consumerSettings(kafka);
        this.topic = topic;
        this.sent = sent;
        this.every = every.toNanos();
        this.sentAgain = sentAgain;
    }

    /**
     * Begins to watch; another instance may have sent before.
     *
     * @throws IllegalStateException if the topic is another one than what this service has sent to: nobody sends to that
     *     until a person has looked
     */
    void begin() {
        sent.requireTopic(
                topic, KafkaAdminAnswer.topicIds(settings, List.of(topic)).get(topic));
        newest.clear();
        newest.putAll(sent.newest());
        compared.clear();
        compared.putAll(sent.compared());
        lookSoon();
    }

    private void lookSoon() {
        lookedAt = System.nanoTime() - every;
    }

    /** Notes where Kafka has put events. An offset that was given before belonged to an event that is lost now. */
    void acknowledged(List<Acknowledged> events) {
        for (Acknowledged one : events) {
            if (one.offset() >= 0) {
                var record = new SentRecord(
                        one.partition(),
                        one.message().position(),
                        one.offset(),
                        one.message().id());
                SentRecord before = newest.put(one.partition(), record);
                if (before != null && one.offset() <= before.recordOffset()) {
                    lookSoon();
                }
            }
        }
    }

    /**
     * Compares with Kafka, if it is time.
     *
     * @return whether events wait again that Kafka had acknowledged
     */
    boolean look() {
        if (System.nanoTime() - lookedAt < every) {
            return false;
        }
        lookedAt = System.nanoTime();
        Set<Integer> partitions = new TreeSet<>(newest.keySet());
        partitions.addAll(compared.keySet());
        if (partitions.isEmpty()) {
            return false;
        }
        int lost = 0;
        try (var consumer =
                new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // One without a leader keeps nobody waiting.
            partitions.retainAll(consumer.partitionsFor(topic, PATIENCE).stream()
                    .filter(one -> one.leader() != null && !one.leader().isEmpty())
                    .map(PartitionInfo::partition)
                    .collect(Collectors.toSet()));
            for (int partition : partitions) {
                lost += compare(consumer, partition);
            }
        }
        return lost > 0;
    }

    /** Compares what follows the last record that was compared, and returns how many events were given back. */
    private int compare(KafkaConsumer<byte[], byte[]> consumer, int partition) {
        SentRecord last = compared.get(partition);
        if (last != null) {
            Optional<ConsumerRecord<byte[], byte[]>> there = at(consumer, last);
            if (there.isEmpty()) {
                return compareFromBefore(consumer, last);
            }
            SentRecord next = newest.get(partition);
            if (last.equals(next)) {
                return 0;
            }
            // Under one leader nothing is lost in between.
            if (next != null
                    && at(consumer, next)
                            .filter(one -> one.leaderEpoch().isPresent()
                                    && one.leaderEpoch().equals(there.get().leaderEpoch()))
                            .isPresent()) {
                isCompared(next);
                return 0;
            }
        }
        return compareEach(consumer, partition, last);
    }

    private int compareEach(KafkaConsumer<byte[], byte[]> consumer, int partition, SentRecord from) {
        int lost = 0;
        long after = from == null ? -1 : from.recordOffset();
        List<SentRecord> page = sent.after(partition, after);
        while (!page.isEmpty()) {
            long end = page.get(page.size() - 1).recordOffset();
            Map<Long, String> there = ids(consumer, partition, page.get(0).recordOffset(), end);
            Map<Boolean, List<SentRecord>> byPresence = page.stream()
                    .collect(Collectors.partitioningBy(
                            one -> one.id().toString().equals(there.get(one.recordOffset()))));
            List<SentRecord> missing = byPresence.get(false);
            if (!missing.isEmpty()) {
                lost += lost(partition, missing.get(0).recordOffset(), sent.sendAgain(missing));
            }
            List<SentRecord> present = byPresence.get(true);
            if (!present.isEmpty()) {
                isCompared(present.get(present.size() - 1));
            }
            after = end;
            page = sent.after(partition, after);
        }
        SentRecord last = compared.get(partition);
        if (last != null) {
            newest.putIfAbsent(partition, last);
        }
        return lost;
    }

    /** The last event before a lost one that Kafka still has where it was; null if it has nothing of what is kept. */
    private SentRecord lastPresent(KafkaConsumer<byte[], byte[]> consumer, SentRecord lost) {
        int partition = lost.partition();
        long from = sent.from(partition, 0).map(SentRecord::recordOffset).orElse(lost.recordOffset());
        long to = lost.recordOffset();
        SentRecord present = null;
        while (from < to) {
            long middle = from + (to - from) / 2;
            SentRecord record = sent.from(partition, middle).orElse(lost);
            if (at(consumer, record).isPresent()) {
                present = record;
                from = record.recordOffset() + 1;
            } else {
                to = middle;
            }
        }
        return present;
    }

    private int compareFromBefore(KafkaConsumer<byte[], byte[]> consumer, SentRecord lost) {
        int partition = lost.partition();
        SentRecord present = lastPresent(consumer, lost);
        newest.remove(partition);
        if (present == null) {
            compared.remove(partition);
            sent.forgetCompared(topic, partition, endOfAssigned(consumer, new TopicPartition(topic, partition)));
            LOG.errorf(
                    "Kafka has nothing of what is kept of %s/%d: more may be lost than the last days",
                    topic, partition);
        } else {
            isCompared(present);
        }
        return compareEach(consumer, partition, present);
    }

    private void isCompared(SentRecord record) {
        sent.keepCompared(record);
        compared.put(record.partition(), record);
    }

    private int lost(int partition, long from, int count) {
        sentAgain.increment(count);
        LOG.errorf(
                "Kafka has lost events of %s/%d from offset %d on: %d are sent again", topic, partition, from, count);
        return count;
    }

    /** The record of an event, if it is still at its offset. */
    private Optional<ConsumerRecord<byte[], byte[]>> at(KafkaConsumer<byte[], byte[]> consumer, SentRecord wanted) {
        var partition = new TopicPartition(topic, wanted.partition());
        if (wanted.recordOffset() >= endOfAssigned(consumer, partition)) {
            return Optional.empty();
        }
        consumer.seek(partition, wanted.recordOffset());
        for (ConsumerRecord<byte[], byte[]> record : poll(consumer)) {
            return Optional.of(record)
                    .filter(one -> one.offset() == wanted.recordOffset())
                    .filter(one -> wanted.id().toString().equals(id(one)));
        }
        return Optional.empty();
    }

    private static long endOfAssigned(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        return consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
    }

    /** The ids of the events at these offsets, as far as there are any. */
    private Map<Long, String> ids(KafkaConsumer<byte[], byte[]> consumer, int number, long from, long to) {
        var partition = new TopicPartition(topic, number);
        Map<Long, String> ids = new HashMap<>();
        long end = Math.min(to + 1, endOfAssigned(consumer, partition));
        new OffsetRange(partition, from, end).read(consumer, PATIENCE, records -> {
            records.forEach(record -> ids.put(record.offset(), id(record)));
            return true;
        });
        return ids;
    }

    private Iterable<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> consumer) {
        var records = consumer.poll(PATIENCE);
        if (records.isEmpty()) {
            throw new TimeoutException("Kafka does not give the events of " + topic);
        }
        return records;
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("ce_id");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
