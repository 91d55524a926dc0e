package kz.qadam.chassis.events.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/**
 * The last known position of each partition, stored in the database by the instance that reads it. So every instance
 * knows the state of all partitions, and a partition that is no longer read counts as behind.
 */
public final class IntakePositions {

    /**
     * Whether the intake is behind, for a statement with the parameter {@code behindAfter} in milliseconds: whether,
     * for longer than this, a partition was not looked at or has events in Kafka that are not taken in. The clocks of
     * publishers do not matter. Before the first partition is read, the intake is behind.
     */
    public static final String BEHIND = """
            (select coalesce(bool_or(seen_at is null or seen_at < long_ago
                                     or (due_offset > next_offset and due_since < long_ago)), true)
               from intake_offset
               left join intake_position using (topic, partition)
              cross join (select clock_timestamp() - :behindAfter * interval '1 millisecond' as long_ago) as now)
            """;

    /** Whether the intake of any partition has stopped for good, for a statement. */
    public static final String HALTED = "(select exists (select from intake_position where halted is not null))";

    private static final String WHY_HALTED =
            "select halted from intake_position where halted is not null order by topic, partition limit 1";

    private record Partition(String topic, int partition) {}

    /** @param age how many milliseconds ago the partition ended there */
    private record Seen(String topic, int partition, long ending, long age) {}

    private static final TableColumns<Partition> PARTITION = TableColumns.of(Partition.class);
    private static final TableColumns<Seen> SEEN = TableColumns.of(Seen.class);

    private static final String BEGIN = """
            insert into intake_position (topic, partition, instance)
            select topic, partition, :instance from %s order by 1, 2
            on conflict (topic, partition) do nothing
            """.formatted(PARTITION.rows("one"));

    /**
     * An end offset becomes due when all events before the last due one are taken in: the events between them arrived
     * after the last one was seen.
     */
    private static final String SAVE_ENDS = """
            update intake_position p
               set instance = :instance, halted = null, end_offset = seen.ending, seen_at = seen.at,
                   due_offset = case when passed then seen.ending else due_offset end,
                   due_at     = case when passed then seen.at else due_at end,
                   due_since  = case when passed then coalesce(due_at, '-infinity') else due_since end
              from (select topic, partition, ending, clock_timestamp() - age * interval '1 millisecond' as at,
                           due_offset is null or next_offset >= due_offset as passed
                      from %s
                      join intake_offset using (topic, partition)
                      join intake_position using (topic, partition)) as seen
             where p.topic = seen.topic and p.partition = seen.partition
            """.formatted(SEEN.rows("one"));

    private static final String HALT = """
            insert into intake_position as p (topic, partition, instance, halted)
            select topic, partition, :instance, :reason from %s order by 1, 2
            on conflict (topic, partition) do update set instance = excluded.instance, halted = excluded.halted
            """.formatted(PARTITION.rows("one"));

    private final Database database;
    private final String instance;

    IntakePositions(Database database, String instance) {
        this.database = database;
        this.instance = instance;
    }

    /** Why the intake of any partition has stopped for good, on any instance; null while all partitions are read. */
    static String halted(Handle handle) {
        return handle.createQuery(WHY_HALTED).mapTo(String.class).findOne().orElse(null);
    }

    /** Notes that this instance reads these partitions from now on. */
    void begin(Handle handle, Collection<TopicPartition> partitions) {
        PARTITION
                .bind(handle.createUpdate(BEGIN).bind("instance", instance), rows(partitions))
                .execute();
    }

    /**
     * Saves the end offsets. The commit does not wait for the disk: if the database loses it, the next look follows
     * soon.
     */
    void saveEnds(Map<TopicPartition, LagWatch.End> ends) {
        long now = System.nanoTime();
        List<Seen> seen = ends.entrySet().stream()
                .map(one -> new Seen(
                        one.getKey().topic(),
                        one.getKey().partition(),
                        one.getValue().offset(),
                        (now - one.getValue().askedAt()) / 1_000_000))
                .toList();
        database.transaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            return SEEN.bind(handle.createUpdate(SAVE_ENDS).bind("instance", instance), seen)
                    .execute();
        });
    }

    void saveHalted(Collection<TopicPartition> partitions, String reason) {
        database.transaction(handle -> PARTITION
                .bind(handle.createUpdate(HALT).bind("instance", instance).bind("reason", reason), rows(partitions))
                .execute());
    }

    private static List<Partition> rows(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(one -> new Partition(one.topic(), one.partition()))
                .toList();
    }
}
