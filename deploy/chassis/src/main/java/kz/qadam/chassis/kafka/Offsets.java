package kz.qadam.chassis.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The offsets up to which each partition was taken in. They are stored in the same transaction as the effect of the
 * events.
 */
final class Offsets {

    /** Identifies a topic: the id differs if a topic of the same name was created again. */
    record Place(String cluster, String topicId) {}

    /** The rows are locked in their order, so that two instances never deadlock. */
    private static final String MOVE = """
            with polled as (
                select * from unnest(:topics, :partitions, :expected, :next, :epochs)
                    as one (topic, partition, expected, next, epoch)),
            held as materialized (
                select topic, partition from polled join intake_offset o using (topic, partition)
                 order by topic, partition for update of o)
            update intake_offset o set next_offset = polled.next, leader_epoch = polled.epoch
              from polled join held using (topic, partition)
             where o.topic = polled.topic and o.partition = polled.partition and o.next_offset = polled.expected
            """;

    private static final String BEGIN = """
            insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
            values (:topic, :partition, :cluster, :topicId, 0) on conflict (topic, partition) do nothing
            """;

    private Offsets() {}

    /**
     * Advances the offsets by the records of a poll.
     *
     * @param expected the offset of each partition before the poll
     * @return false if another instance has taken some of the records in
     */
    static boolean advance(
            Handle database, ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> expected) {
        List<TopicPartition> partitions = List.copyOf(records.partitions());
        Map<TopicPartition, OffsetAndMetadata> next = records.nextOffsets();
        return database.createUpdate(MOVE)
                        .bindArray("topics", String.class, column(partitions, TopicPartition::topic))
                        .bindArray("partitions", Integer.class, column(partitions, TopicPartition::partition))
                        .bindArray("expected", Long.class, column(partitions, expected::get))
                        .bindArray(
                                "next",
                                Long.class,
                                column(partitions, one -> next.get(one).offset()))
                        .bindArray(
                                "epochs",
                                Integer.class,
                                column(
                                        partitions,
                                        one -> next.get(one).leaderEpoch().orElse(null)))
                        .execute()
                == partitions.size();
    }

    private static <T> List<T> column(List<TopicPartition> partitions, Function<TopicPartition, T> value) {
        List<T> column = new ArrayList<>(partitions.size());
        partitions.forEach(one -> column.add(value.apply(one)));
        return column;
    }

    static Optional<Place> place(Handle database, String topic) {
        return database.createQuery("select cluster_id, topic_id from intake_offset where topic = :topic limit 1")
                .bind("topic", topic)
                .map((row, context) -> new Place(row.getString(1), row.getString(2)))
                .findOne();
    }

    static boolean areKept(Handle database) {
        return database.createQuery("select exists (select from intake_offset)")
                .mapTo(Boolean.class)
                .one();
    }

    /** Adds the partitions that have no offset yet; they start at 0. */
    static void begin(Handle database, Iterable<TopicPartition> partitions, Map<String, Place> places) {
        PreparedBatch rows = database.prepareBatch(BEGIN);
        for (TopicPartition partition : partitions) {
            Place place = places.get(partition.topic());
            rows.bind("topic", partition.topic())
                    .bind("partition", partition.partition())
                    .bind("cluster", place.cluster())
                    .bind("topicId", place.topicId())
                    .add();
        }
        rows.execute();
    }

    /**
     * The offset to read next, with the leader epoch of the last record that was taken in, so that a truncated log is
     * noticed.
     */
    static OffsetAndMetadata next(Handle database, TopicPartition partition) {
        return database.createQuery("""
                        select next_offset, leader_epoch from intake_offset
                         where topic = :topic and partition = :partition
                        """)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .map((row, context) ->
                        new OffsetAndMetadata(row.getLong(1), Optional.ofNullable(row.getObject(2, Integer.class)), ""))
                .one();
    }
}
