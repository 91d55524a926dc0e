package kz.qadam.reporting.intake;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Asks Kafka for the end offsets of the partitions of a topic. It never waits long, since the caller may hold locks.
 */
@ApplicationScoped
class TopicEnds {

    /** Kafka has not answered with the end of this partition. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final Logger LOG = Logger.getLogger(TopicEnds.class);

    /** For all partitions together. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Map<String, Object> kafka;
    private Admin admin;

    TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * The offset after the last event of each partition; {@link #UNKNOWN} for a partition without an answer, such as
     * one without a leader, and a single {@link #UNKNOWN} if the number of partitions is not known.
     */
    List<Long> of(String topic) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        List<Long> ends = new ArrayList<>();
        try {
            var all = partitions(topic, deadline);
            var answers = admin().listOffsets(
                            all.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())),
                            new ListOffsetsOptions().timeoutMs(Math.toIntExact(TIMEOUT.toMillis())));
            for (TopicPartition one : all) {
                ends.add(end(one, answers.partitionResult(one), deadline));
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("Kafka does not answer with the end offsets of %s: %s", topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ends.isEmpty() ? List.of(UNKNOWN) : ends;
    }

    private List<TopicPartition> partitions(String topic, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        int count = get(admin().describeTopics(List.of(topic)).allTopicNames(), deadline)
                .get(topic)
                .partitions()
                .size();
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static long end(TopicPartition partition, KafkaFuture<ListOffsetsResultInfo> answer, long deadline) {
        try {
            return get(answer, deadline).offset();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Kafka does not answer with the end offsets of %s: %s", partition, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return UNKNOWN;
    }

    /** An answer that has arrived is returned even after the deadline. */
    private static <T> T get(KafkaFuture<T> answer, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
