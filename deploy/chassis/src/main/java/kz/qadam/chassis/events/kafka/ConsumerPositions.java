package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** The position of one consumer in each of its partitions, according to the database. */
final class ConsumerPositions {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final EventConsumer eventConsumer;
    private final Database database;
    private final Map<String, Object> kafka;
    private final IntakePositions kept;
    private final Duration usualLimit;
    private Duration limit;
    private final Map<TopicPartition, Long> expected = new HashMap<>();

    ConsumerPositions(
            EventConsumer eventConsumer,
            Database database,
            Map<String, Object> kafka,
            IntakePositions kept,
            Duration limit) {
        this.eventConsumer = eventConsumer;
        this.database = database;
        this.kafka = kafka;
        this.kept = kept;
        this.usualLimit = limit;
        this.limit = limit;
    }

    /**
     * Runs work on the polled records, in the transaction that advances the offsets.
     *
     * @return false if another instance has taken some of the records in: then the work is not done
     */
    boolean advance(ConsumerRecords<byte[], byte[]> records, Consumer<Handle> work) {
        boolean advanced = withinLimit(handle -> {
            boolean moved = OffsetRows.advance(handle, records, expected);
            if (moved) {
                work.accept(handle);
            }
            return moved;
        });
        if (advanced) {
            records.partitions().forEach(partition -> expected.put(partition, next(records, partition)));
        }
        return advanced;
    }

    /**
     * Runs a transaction within the limit. After a timeout the limit is doubled for the next attempt; after a success
     * it is twice the time that was needed.
     */
    private boolean withinLimit(Function<Handle, Boolean> work) {
        long start = System.nanoTime();
        TransactionLimit now = TransactionLimit.withPauses(limit);
        try {
            boolean done = database.transaction(now, work, moved -> moved);
            Duration twice = Duration.ofNanos(System.nanoTime() - start).multipliedBy(2);
            limit = twice.compareTo(usualLimit) > 0 ? twice : usualLimit;
            return done;
        } catch (RuntimeException e) {
            if (tookTooLong(e, Duration.ofNanos(System.nanoTime() - start), now) && limit.compareTo(LONGEST) < 0) {
                limit = limit.multipliedBy(2);
            }
            throw e;
        }
    }

    /**
     * Whether a transaction exceeded its limit. If the database ended the session because of a long pause, the driver
     * may only report a lost connection. A lock timeout does not count, since the transaction only waited.
     */
    static boolean tookTooLong(RuntimeException failure, Duration took, TransactionLimit limit) {
        return Database.tookTooLong(failure)
                || (Database.lostConnection(failure) && took.compareTo(limit.pause()) >= 0);
    }

    private static long next(ConsumerRecords<byte[], byte[]> records, TopicPartition partition) {
        return records.nextOffsets().get(partition).offset();
    }

    /** The offset up to which each partition of this instance is taken in. */
    Map<TopicPartition, Long> current() {
        return Map.copyOf(expected);
    }

    /** Lets the consumer continue from the offsets in the database. */
    void seek(KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<String, OffsetRows.TopicIdentity> identities = identities();
        database.transaction(handle -> {
            check(handle, identities);
            OffsetRows.begin(handle, partitions, identities);
            kept.begin(handle, partitions);
            for (OffsetRows.Offset offset : OffsetRows.all(handle)) {
                if (partitions.contains(offset.of())) {
                    expected.put(offset.of(), offset.nextOffset());
                    consumer.seek(offset.of(), offset.next());
                }
            }
            return null;
        });
    }

    /** Asks Kafka for the ids of the topics: a topic that was created again under the same name has another id. */
    private Map<String, OffsetRows.TopicIdentity> identities() {
        try (Admin admin = Admin.create(kafka)) {
            String cluster = KafkaAdminAnswer.of(admin.describeCluster().clusterId(), "which cluster it is");
            return KafkaAdminAnswer.of(
                            admin.describeTopics(eventConsumer.topics()).allTopicNames(), "which topics it has")
                    .values()
                    .stream()
                    .collect(Collectors.toMap(
                            TopicDescription::name,
                            topic -> new OffsetRows.TopicIdentity(
                                    cluster, topic.topicId().toString())));
        }
    }

    /**
     * Goes back to where the logs part, in the database: each event takes effect once, so what is read again changes nothing.
     * If the partition has ended before its offset and nobody knows the leader of that time, it goes back to the beginning.
     *
     * @return false if nobody knows where they part, or if events are gone from the beginning of a partition
     */
    boolean goBack(OffsetOutOfRangeException lost) {
        Map<TopicPartition, OffsetAndMetadata> positions =
                lost instanceof LogTruncationException parted ? parted.divergentOffsets() : beginnings(lost);
        if (!positions.keySet().containsAll(lost.offsetOutOfRangePartitions().keySet())) {
            return false;
        }
        database.transaction(handle -> {
            OffsetRows.goBack(handle, positions);
            eventConsumer.wentBack(handle);
            return null;
        });
        return true;
    }

    /** The beginnings of those partitions that end before what was taken in. */
    private Map<TopicPartition, OffsetAndMetadata> beginnings(OffsetOutOfRangeException lost) {
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        try (Admin admin = Admin.create(kafka)) {
            lost.offsetOutOfRangePartitions().forEach((partition, due) -> {
                long end = KafkaAdminAnswer.of(
                                admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                        .partitionResult(partition),
                                "where its partitions end")
                        .offset();
                if (end < due) {
                    beginnings.put(partition, new OffsetAndMetadata(0));
                }
            });
        }
        return beginnings;
    }

    private void check(Handle handle, Map<String, OffsetRows.TopicIdentity> identities) {
        List<OffsetRows.Offset> known = OffsetRows.all(handle);
        if (known.isEmpty() && eventConsumer.hasHistory(handle)) {
            throw new IntakeHalted("The offsets are gone, though events were taken in before.");
        }
        for (OffsetRows.Offset offset : known) {
            if (!offset.identity().equals(identities.getOrDefault(offset.topic(), offset.identity()))) {
                throw new IntakeHalted("The topic " + offset.topic() + " is not the one that was read before:"
                        + " it was created anew, or this is another cluster.");
            }
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(expected::remove);
    }

    void forgetAll() {
        expected.clear();
    }
}
