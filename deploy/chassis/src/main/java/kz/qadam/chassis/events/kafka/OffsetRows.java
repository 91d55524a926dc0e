package kz.qadam.chassis.events.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.database.TableColumns;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/**
 * The table of the offsets up to which each partition was taken in. They are stored in the same transaction as the
 * effect of the events.
 */
final class OffsetRows {

    /** Identifies a topic: the id differs if a topic of the same name was created again. */
    record TopicIdentity(String clusterId, String topicId) {}

    /**
     * The position in one partition.
     *
     * @param leaderEpoch of the last record that was taken in, so that a truncated log is noticed; null if not known
     */
    record Offset(String topic, int partition, TopicIdentity identity, long nextOffset, Integer leaderEpoch) {

        TopicPartition of() {
            return new TopicPartition(topic, partition);
        }

        OffsetAndMetadata next() {
            return new OffsetAndMetadata(nextOffset, Optional.ofNullable(leaderEpoch), "");
        }
    }

    private record Advance(String topic, int partition, Long expected, long next, Integer epoch) {}

    private static final TableColumns<Offset> OFFSET = TableColumns.of(Offset.class);
    private static final TableColumns<Advance> ADVANCE = TableColumns.of(Advance.class);

    /** The rows are locked in their order, so that two instances never deadlock. */
    private static final String MOVE = """
            with polled as (select * from %s),
            held as materialized (
                select topic, partition from polled join intake_offset o using (topic, partition)
                 order by topic, partition for update of o)
            update intake_offset o set next_offset = polled.next, leader_epoch = polled.epoch
              from polled join held using (topic, partition)
             where o.topic = polled.topic and o.partition = polled.partition and o.next_offset = polled.expected
            """.formatted(ADVANCE.rows("one"));

    /** What was due then may never come again under its number. */
    private static final String GO_BACK = """
            with back as (
                update intake_offset o
                   set next_offset = ending.next, leader_epoch = ending.epoch,
                       taken_before = greatest(o.taken_before, o.next_offset)
                  from %s
                 where o.topic = ending.topic and o.partition = ending.partition and o.next_offset > ending.next
                returning o.topic, o.partition)
            update intake_position p set due_offset = null, due_at = null, due_since = null
              from back where p.topic = back.topic and p.partition = back.partition
            """.formatted(ADVANCE.rows("ending"));

    private static final String BEGIN =
            "insert into intake_offset (%s) select * from %s on conflict (topic, partition) do nothing"
                    .formatted(OFFSET.names(), OFFSET.rows("new"));

    private OffsetRows() {}

    /**
     * Advances the offsets by the records of a poll.
     *
     * @param expected the offset of each partition before the poll
     * @return false if another instance has taken some of the records in
     */
    static boolean advance(
            Handle database, ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> expected) {
        List<Advance> advances = records.partitions().stream()
                .map(one ->
                        advance(one, expected.get(one), records.nextOffsets().get(one)))
                .toList();
        return ADVANCE.bind(database.createUpdate(MOVE), advances).execute() == advances.size();
    }

    private static Advance advance(TopicPartition one, Long expected, OffsetAndMetadata next) {
        return new Advance(
                one.topic(),
                one.partition(),
                expected,
                next.offset(),
                next.leaderEpoch().orElse(null));
    }

    /** The offsets of all partitions of this service. */
    static List<Offset> all(Handle database) {
        return database.createQuery("select %s from intake_offset".formatted(OFFSET.names()))
                .map(OFFSET)
                .list();
    }

    /** Goes back in partitions that end earlier than what was taken in of them. */
    static void goBack(Handle database, Map<TopicPartition, OffsetAndMetadata> to) {
        List<Advance> backs = to.entrySet().stream()
                .map(one -> advance(one.getKey(), null, one.getValue()))
                .toList();
        ADVANCE.bind(database.createUpdate(GO_BACK), backs).execute();
    }

    /** Adds the partitions that have no offset yet; they start at 0. */
    static void begin(Handle database, Collection<TopicPartition> partitions, Map<String, TopicIdentity> identities) {
        List<Offset> offsets = partitions.stream()
                .map(one -> new Offset(one.topic(), one.partition(), identities.get(one.topic()), 0, null))
                .toList();
        OFFSET.bind(database.createUpdate(BEGIN), offsets).execute();
    }
}
