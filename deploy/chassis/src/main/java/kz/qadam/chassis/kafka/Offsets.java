package kz.qadam.chassis.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How far each partition was taken in, kept beside what was taken in, so that both are true or neither. */
final class Offsets {

    /** The partition's place, with what tells it from another topic of the same name. */
    record Place(String cluster, String topicId) {}

    private static final String MOVE = """
            update intake_offset set next_offset = :next
             where topic = :topic and partition = :partition and next_offset = :expected
            """;

    private static final String BEGIN = """
            insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
            values (:topic, :partition, :cluster, :topicId, 0) on conflict (topic, partition) do nothing
            """;

    private Offsets() {}

    /**
     * Moves on by what a poll brought, in the order of topic and partition, so that two instances never wait for each
     * other in a ring.
     *
     * @param expected where each partition stood when it was polled
     * @return false if another instance has taken some of it in
     */
    static boolean move(Handle database, ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> expected) {
        SortedMap<TopicPartition, Long> next = new TreeMap<>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        for (TopicPartition partition : records.partitions()) {
            List<?> polled = records.records(partition);
            next.put(
                    partition, records.records(partition).get(polled.size() - 1).offset() + 1);
        }
        int moved = 0;
        for (Map.Entry<TopicPartition, Long> one : next.entrySet()) {
            moved += database.createUpdate(MOVE)
                    .bind("next", one.getValue())
                    .bind("topic", one.getKey().topic())
                    .bind("partition", one.getKey().partition())
                    .bind("expected", expected.get(one.getKey()))
                    .execute();
        }
        return moved == next.size();
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

    /** Where each partition is to be read next; one never seen begins at 0. */
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

    static long next(Handle database, TopicPartition partition) {
        return database.createQuery(
                        "select next_offset from intake_offset where topic = :topic and partition = :partition")
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .mapTo(Long.class)
                .one();
    }
}
