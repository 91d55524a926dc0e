package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Tells Kafka up to where one consumer has taken its partitions in. Nobody goes on from there, but the database: it is for
 * {@link TakenEvents}.
 */
final class TakenOffsets {

    private static final Logger LOG = Logger.getLogger(TakenOffsets.class);
    private static final long EVERY = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long toldAt = System.nanoTime();

    /** The transaction that took these records in is committed. */
    void taken(ConsumerRecords<byte[], byte[]> records) {
        untold.putAll(records.nextOffsets());
    }

    /** Tells it from time to time, without waiting for an answer: the next time it is told again, or more. */
    void tell(KafkaConsumer<byte[], byte[]> consumer) {
        if (!untold.isEmpty() && System.nanoTime() - toldAt > EVERY) {
            consumer.commitAsync(Map.copyOf(untold), (offsets, failure) -> {
                if (failure != null) {
                    LOG.debug("What was taken in could not be told", failure);
                }
            });
            untold.clear();
            toldAt = System.nanoTime();
        }
    }

    /** Tells it before another consumer gets the partitions. */
    void tellNow(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            if (!untold.isEmpty()) {
                consumer.commitSync(Map.copyOf(untold), PATIENCE);
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.debug("What was taken in could not be told", e);
        } finally {
            untold.clear();
        }
    }
}
