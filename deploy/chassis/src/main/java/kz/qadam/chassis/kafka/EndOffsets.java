package kz.qadam.chassis.kafka;

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
 * Asks Kafka repeatedly for the end offsets of partitions without waiting for the answers, so that an unavailable
 * broker or a partition without a leader blocks nothing.
 */
final class EndOffsets implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 3_000;

    /** @param askedAt when Kafka was asked, by the monotonic clock: the answer is not older */
    record End(long offset, long askedAt) {}

    private final Admin admin;
    private final long every;
    private final Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> asked = new HashMap<>();
    private long askedAt;

    EndOffsets(Map<String, Object> kafka, Duration every) {
        this.every = every.toNanos();
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("request.timeout.ms", ANSWER_WITHIN_MILLIS);
        settings.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
        admin = Admin.create(settings);
        askedAt = System.nanoTime() - this.every;
    }

    /** The answers since the last call. If no answers are outstanding, asks for these partitions next. */
    Map<TopicPartition, End> answered(Collection<TopicPartition> next) {
        Map<TopicPartition, End> ends = new HashMap<>();
        asked.entrySet().removeIf(one -> one.getValue().isDone() && add(one.getKey(), one.getValue(), ends));
        if (asked.isEmpty() && !next.isEmpty() && System.nanoTime() - askedAt >= every) {
            ask(next);
        }
        return ends;
    }

    private boolean add(
            TopicPartition partition, KafkaFuture<ListOffsetsResultInfo> answer, Map<TopicPartition, End> ends) {
        try {
            ends.put(partition, new End(answer.get().offset(), askedAt));
        } catch (ExecutionException | CompletionException | CancellationException e) {
            // Kafka did not answer for this partition: it counts as unseen until it does.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void ask(Collection<TopicPartition> next) {
        askedAt = System.nanoTime();
        ListOffsetsResult result = admin.listOffsets(
                next.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(ANSWER_WITHIN_MILLIS));
        next.forEach(partition -> asked.put(partition, result.partitionResult(partition)));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
