package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.events.kafka.RelayQueue.Acknowledged;
import kz.qadam.chassis.events.kafka.SentEvents.Place;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Finds out whether Kafka still has what it has acknowledged, and gives back to the outbox what it has lost: after a power
 * failure a log may end earlier than before, or have other events there. Each event takes effect once, so nothing is lost by
 * sending too many again.
 *
 * <p>One thread at a time may use it.
 */
final class LostTail {

    private static final Logger LOG = Logger.getLogger(LostTail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN = Duration.ofMinutes(1).toNanos();

    private final Map<String, Object> settings;
    private final Map<String, Object> consumerSettings;
    private final String topic;
    private final SentEvents sent;
    private final Counter sentAgain;
    private Map<Integer, Place> newest = Map.of();
    private long lookedAt;

    /**
     * What watches the topic of one publisher.
     *
     * @param kafka how to connect to Kafka
     * @param sentAgain counts the events that Kafka has lost
     */
    LostTail(Map<String, Object> kafka, String topic, SentEvents sent, Counter sentAgain) {
        this.settings = new HashMap<>(kafka);
        this.consumerSettings = new HashMap<>(kafka);
        this.consumerSettings.put("auto.offset.reset", "none");
        this.consumerSettings.put("max.poll.records", 1);
        this.topic = topic;
        this.sent = sent;
        this.sentAgain = sentAgain;
    }

    /**
     * Begins to watch; another instance may have sent before.
     *
     * @throws IllegalStateException if the topic is another one than what this service has sent to: nobody sends to that
     *     until a person has looked
     */
    void begin() {
        try (Admin admin = Admin.create(settings)) {
            sent.requireTopic(
                    topic,
                    KafkaAnswer.of(
                                    admin.describeTopics(List.of(topic))
                                            .topicNameValues()
                                            .get(topic),
                                    "which topics it has")
                            .topicId()
                            .toString());
        }
        newest = sent.newest();
        lookedAt = System.nanoTime() - LOOK_AGAIN;
    }

    /**
     * Looks each minute whether the last event of each partition is still there.
     *
     * @return whether events wait again that Kafka had acknowledged
     */
    boolean look() {
        if (System.nanoTime() - lookedAt < LOOK_AGAIN) {
            return false;
        }
        lookedAt = System.nanoTime();
        if (newest.isEmpty()) {
            return false;
        }
        boolean isLost = false;
        try (var consumer = consumer()) {
            for (Place place : List.copyOf(newest.values())) {
                if (!has(consumer, place)) {
                    giveBack(consumer, place);
                    isLost = true;
                }
            }
        }
        if (isLost) {
            newest = sent.newest();
        }
        return isLost;
    }

    /**
     * Notes where Kafka has put events, before they are kept. An offset that was given before belonged to an event that is
     * lost now.
     *
     * @return whether events wait again that Kafka had acknowledged
     */
    boolean acknowledged(List<Acknowledged> events) {
        Map<Integer, Place> lost = new HashMap<>();
        Map<Integer, Place> next = new HashMap<>(newest);
        for (Acknowledged one : events) {
            Place before = newest.get(one.partition());
            if (before != null && one.offset() <= before.recordOffset()) {
                lost.put(one.partition(), before);
            }
            next.put(
                    one.partition(),
                    new Place(one.partition(), one.offset(), one.message().id()));
        }
        if (!lost.isEmpty()) {
            try (var consumer = consumer()) {
                lost.values().forEach(place -> giveBack(consumer, place));
            }
        }
        newest = next;
        return !lost.isEmpty();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Gives back all events of a partition from the first one on that Kafka does not have where it was. */
    private void giveBack(KafkaConsumer<byte[], byte[]> consumer, Place lost) {
        int partition = lost.partition();
        long first = sent.from(partition, 0).map(Place::recordOffset).orElse(lost.recordOffset());
        long from = first;
        long to = lost.recordOffset();
        while (from < to) {
            long middle = from + (to - from) / 2;
            Place place = sent.from(partition, middle).orElse(lost);
            if (has(consumer, place)) {
                from = place.recordOffset() + 1;
            } else {
                to = middle;
            }
        }
        int count = sent.sendAgain(partition, from);
        sentAgain.increment(count);
        LOG.errorf(
                "Kafka has lost the end of %s/%d from offset %d on: %d events are sent again%s",
                topic,
                partition,
                from,
                count,
                from == first ? ". They are all that is kept of this partition; it may have lost more" : "");
    }

    private boolean has(KafkaConsumer<byte[], byte[]> consumer, Place place) {
        var partition = new TopicPartition(topic, place.partition());
        long end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
        return place.recordOffset() < end
                && idAt(consumer, partition, place.recordOffset())
                        .equals(Optional.of(place.id().toString()));
    }

    /** The id of the event at an offset; empty if another one follows there, as in a topic that Kafka compacts. */
    private static Optional<String> idAt(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                return Optional.of(record).filter(one -> one.offset() == offset).flatMap(LostTail::id);
            }
        }
        throw new TimeoutException("Kafka does not give the event at " + partition + "/" + offset);
    }

    private static Optional<String> id(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader("ce_id"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
