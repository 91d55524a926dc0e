package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures how far the partitions of this instance are behind Kafka, and stores this for the other instances. It asks
 * for the end offsets repeatedly without waiting for the answers, so that an unavailable broker or a partition without
 * a leader blocks nothing.
 */
final class LagWatch implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 3_000;
    private static final long LONG_AGO = Duration.ofSeconds(30).toNanos();

    /**
     * The end of a partition.
     *
     * @param askedAt when Kafka was asked, by the monotonic clock: the answer is not older
     */
    record End(long offset, long askedAt) {}

    /** @param lookedAt when the oldest of the underlying answers was requested, by the monotonic clock */
    private record Lag(long events, long lookedAt) {}

    private final Admin admin;
    private final long every;
    private final IntakePositions kept;
    private final ConsumerPositions positions;
    private final Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> asked = new HashMap<>();
    private final Map<TopicPartition, End> ends = new HashMap<>();
    private long askedAt;
    private volatile Lag lag;

    LagWatch(Map<String, Object> kafka, Duration every, IntakePositions kept, ConsumerPositions positions) {
        this.every = every.toNanos();
        this.kept = kept;
        this.positions = positions;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("request.timeout.ms", ANSWER_WITHIN_MILLIS);
        settings.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
        admin = Admin.create(settings);
        askedAt = System.nanoTime() - this.every;
    }

    /** Evaluates Kafka's answers, and asks again when the interval is over. */
    void look() {
        Map<TopicPartition, Long> reading = positions.current();
        Map<TopicPartition, End> answered = takeAnswers();
        if (asked.isEmpty() && !reading.isEmpty() && System.nanoTime() - askedAt >= every) {
            ask(reading.keySet());
        }
        answered.keySet().retainAll(reading.keySet());
        ends.keySet().retainAll(reading.keySet());
        ends.putAll(answered);
        lag = ends.size() < reading.size() || reading.isEmpty() ? null : lag(reading);
        if (!answered.isEmpty()) {
            kept.saveEnds(answered);
        }
    }

    /** The answers since the last call. */
    private Map<TopicPartition, End> takeAnswers() {
        Map<TopicPartition, End> answered = new HashMap<>();
        asked.entrySet().removeIf(one -> one.getValue().isDone() && add(one.getKey(), one.getValue(), answered));
        return answered;
    }

    private boolean add(
            TopicPartition partition, KafkaFuture<ListOffsetsResultInfo> answer, Map<TopicPartition, End> answered) {
        try {
            answered.put(partition, new End(answer.get().offset(), askedAt));
        } catch (ExecutionException | CompletionException | CancellationException e) {
            // Kafka did not answer for this partition: it counts as unseen until it does.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void ask(Collection<TopicPartition> partitions) {
        askedAt = System.nanoTime();
        ListOffsetsResult result = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(ANSWER_WITHIN_MILLIS));
        partitions.forEach(partition -> asked.put(partition, result.partitionResult(partition)));
    }

    private Lag lag(Map<TopicPartition, Long> reading) {
        long now = System.nanoTime();
        long waiting = 0;
        long age = 0;
        for (Map.Entry<TopicPartition, End> one : ends.entrySet()) {
            waiting += Math.max(0, one.getValue().offset() - reading.get(one.getKey()));
            age = Math.max(age, now - one.getValue().askedAt());
        }
        return new Lag(waiting, now - age);
    }

    /** How many events wait in Kafka; NaN until Kafka has answered for each partition, and if the answers are old. */
    double lag() {
        Lag known = lag;
        return known == null || System.nanoTime() - known.lookedAt() > LONG_AGO ? Double.NaN : known.events();
    }

    /** Whether Kafka was asked after this time of the monotonic clock, and no events wait in any partition. */
    boolean isCaughtUpSince(long time) {
        Lag known = lag;
        return known != null && known.events() == 0 && known.lookedAt() - time > 0;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
