package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.background.Warnings;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Commits the offsets of one consumer to its group in Kafka, after the database has. Reading goes on from those in the database;
 * these are compared with them ({@link GroupOffsets}).
 */
final class GroupOffsetCommits {

    private static final Logger LOG = Logger.getLogger(GroupOffsetCommits.class);
    private static final long EVERY = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration WARN_EVERY = Duration.ofSeconds(30);

    private final Warnings warnings = new Warnings(
            LOG,
            "Kafka does not take the offsets: a database that goes back would not be found out by them",
            WARN_EVERY);
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long committedAt = System.nanoTime();

    /** The transaction that took these records in is committed. */
    void taken(ConsumerRecords<byte[], byte[]> records) {
        uncommitted.putAll(records.nextOffsets());
    }

    /** Commits from time to time, without waiting for an answer: what is lost is made up for by the next time. */
    void commit(KafkaConsumer<byte[], byte[]> consumer) {
        if (!uncommitted.isEmpty() && System.nanoTime() - committedAt > EVERY) {
            consumer.commitAsync(Map.copyOf(uncommitted), (offsets, failure) -> {
                if (failure != null) {
                    failed(failure);
                }
            });
            uncommitted.clear();
            committedAt = System.nanoTime();
        }
    }

    /** Commits before another consumer gets the partitions. */
    void commitNow(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            if (!uncommitted.isEmpty()) {
                consumer.commitSync(Map.copyOf(uncommitted), PATIENCE);
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            failed(e);
        } finally {
            uncommitted.clear();
        }
    }

    /** While brokers and consumers come and go, this is usual; anything else would hide an older database. */
    private void failed(Exception failure) {
        if (failure instanceof RetriableException
                || failure instanceof CommitFailedException
                || failure instanceof FencedInstanceIdException) {
            LOG.debug("Offsets could not be committed", failure);
        } else {
            warnings.add(failure.getClass().getSimpleName(), failure);
            warnings.write();
        }
    }
}
