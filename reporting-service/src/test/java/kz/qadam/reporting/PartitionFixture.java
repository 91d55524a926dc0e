package kz.qadam.reporting;

import static kz.qadam.reporting.DatabaseFixture.execute;

/**
 * A partition of the completions that exists in the tables alone, so that its events stay unread until the test ends.
 * Each number is used by one test class.
 */
public record PartitionFixture(int number) implements AutoCloseable {

    /** Events up to this offset were taken in; nobody reports that it reads the partition. */
    public static PartitionFixture takenInTo(int number, long offset) {
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select topic, %d, cluster_id, topic_id, %d from intake_offset where topic = 'qadam.completions' limit 1
                """.formatted(number, offset));
        return new PartitionFixture(number);
    }

    /** Another instance reads it, and reported so at that time. */
    public PartitionFixture readByAnother(long endOffset, String seenAt) {
        execute("""
                insert into intake_position (topic, partition, instance, end_offset, seen_at)
                values ('qadam.completions', %d, 'another', %d, %s)
                """.formatted(number, endOffset, seenAt));
        return this;
    }

    /** An event has been due since then, and was not taken in. */
    public PartitionFixture dueSince(long offset, String since) {
        execute("update intake_position set due_offset = %d, due_since = %s where partition = %d"
                .formatted(offset, since, number));
        return this;
    }

    /** The other instance reports that it cannot go on. */
    public void halt() {
        execute("update intake_position set seen_at = now(), halted = 'Lost.' where partition = " + number);
    }

    public void takeInTo(long offset) {
        execute("update intake_offset set next_offset = %d where partition = %d".formatted(offset, number));
    }

    /** It does not exist any more. */
    @Override
    public void close() {
        execute("delete from intake_position where partition = " + number);
        execute("delete from intake_offset where partition = " + number);
    }
}
