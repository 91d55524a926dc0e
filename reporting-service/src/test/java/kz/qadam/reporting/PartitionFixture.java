package kz.qadam.reporting;

import static kz.qadam.reporting.DatabaseFixture.execute;

/**
 * One more partition of the completions, which exists in the tables alone: what it has is never taken in. A test that
 * adds it removes it.
 */
public final class PartitionFixture {

    private static final int NUMBER = 99;

    private PartitionFixture() {}

    /** Events up to this offset were taken in; nobody reports that it reads the partition. */
    public static void takenInTo(long offset) {
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select topic, %d, cluster_id, topic_id, %d from intake_offset where topic = 'qadam.completions' limit 1
                on conflict (topic, partition) do update set next_offset = excluded.next_offset
                """.formatted(NUMBER, offset));
    }

    /**
     * Another instance reads it.
     *
     * @param seenAt when that instance reported so, in SQL
     * @param dueSince since when the last event has been due, in SQL, or "null"
     */
    public static void readByAnother(long endOffset, String seenAt, String dueSince) {
        execute("""
                insert into intake_position (topic, partition, instance, end_offset, seen_at, due_offset, due_since)
                values ('qadam.completions', %d, 'another', %d, %s, case when %4$s is null then null else %2$d end, %4$s)
                """.formatted(NUMBER, endOffset, seenAt, dueSince));
    }

    /** The other instance reports that it cannot go on. */
    public static void halt() {
        execute("update intake_position set seen_at = now(), halted = 'Lost.' where partition = " + NUMBER);
    }

    public static void remove() {
        execute("delete from intake_position where partition = " + NUMBER);
        execute("delete from intake_offset where partition = " + NUMBER);
    }
}
