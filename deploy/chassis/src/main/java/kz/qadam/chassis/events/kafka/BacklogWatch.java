package kz.qadam.chassis.events.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;

/**
 * Counts the waiting messages of one queue from time to time. While some partitions take no messages and others do, the
 * sending instance notes in a table since when messages for the other partitions have waited, and all instances read
 * their age from it. Only the thread of the relay calls this class.
 */
final class BacklogWatch {

    private static final long NOTE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    /** After a look the queue is left alone for this many times as long as it took: a long one takes long to count. */
    private static final int PAUSE_FACTOR = 20;

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private static final String NOTE = """
            insert into relay_held (mail, partitions, oldest_of_others, seen_at)
            values (:queue, :partitions, :oldest, now())
            on conflict (mail) do update
               set partitions = excluded.partitions, oldest_of_others = excluded.oldest_of_others,
                   seen_at = excluded.seen_at
            """;

    /** A note that was not confirmed for some time is ignored. */
    private static final String READ = """
            select partitions, oldest_of_others from relay_held where mail = :queue and seen_at > now() - interval '30 seconds'
            """;

    /**
     * A row of the table.
     *
     * @param oldestOfOthers since when the oldest message waits for a partition that takes messages; null if none waits
     */
    private record Note(int partitions, Instant oldestOfOthers) {}

    private static final TableColumns<Note> NOTES = TableColumns.of(Note.class);

    private final RelayQueue queue;
    private final Backlog backlog;
    private final Database database;
    private final long everyNanos;
    private long lookAt = System.nanoTime();
    private long noteAt = System.nanoTime();
    private boolean noted = true;

    /** Whether the queue counts towards the backlog. */
    private boolean isCounted;

    BacklogWatch(RelayQueue queue, Backlog backlog, Database database, Duration every) {
        this.queue = queue;
        this.backlog = backlog;
        this.database = database;
        this.everyNanos = every.toNanos();
    }

    void lookIfDue() {
        long start = System.nanoTime();
        if (start - lookAt < 0) {
            return;
        }
        lookAt = start + everyNanos;
        queue.look().ifPresent(look -> {
            isCounted = true;
            Optional<Note> note = note();
            Instant oldest = note.isPresent() ? note.get().oldestOfOthers() : look.oldest();
            backlog.note(queue.name(), new Backlog.Look(look.rows(), look.parked(), oldest));
        });
        lookAt = start + pause(System.nanoTime() - start);
    }

    /** A full backlog is looked at often, so that posts are taken again as soon as there is room. */
    private long pause(long took) {
        return backlog.isFull() ? everyNanos : Math.max(everyNanos, Math.min(LONGEST_PAUSE_NANOS, PAUSE_FACTOR * took));
    }

    private Optional<Note> note() {
        return database.transaction(handle ->
                handle.createQuery(READ).bind("queue", queue.name()).map(NOTES).findOne());
    }

    /**
     * Notes what a pass of the relay has found.
     *
     * @param partitions how many partitions are held
     * @param all whether all partitions are held: then the messages that wait for them count
     * @param first the oldest message that waited for a partition that is not held; null if there was none
     */
    void note(int partitions, boolean all, RelayQueue.Message first) {
        if (partitions == 0 || all) {
            forget();
        } else if (isCounted && System.nanoTime() - noteAt >= 0) {
            noteAt = System.nanoTime() + NOTE_EVERY_NANOS;
            database.transaction(handle -> handle.createUpdate(NOTE)
                    .bind("queue", queue.name())
                    .bind("partitions", partitions)
                    .bindByType("oldest", first == null ? null : first.since(), Instant.class)
                    .execute());
            noted = true;
        }
    }

    private void forget() {
        if (noted) {
            database.transaction(handle -> handle.createUpdate("delete from relay_held where mail = :queue")
                    .bind("queue", queue.name())
                    .execute());
            noted = false;
        }
    }
}
