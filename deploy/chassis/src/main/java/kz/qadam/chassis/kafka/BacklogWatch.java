package kz.qadam.chassis.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.qadam.chassis.kafka.Backlog.Look;

/** Counts the waiting events of one queue from time to time. Only the thread of its relay calls it. */
final class BacklogWatch<M> {

    private static final long NOTE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final RelayQueue<M> queue;
    private final Backlog backlog;
    private final HeldPartitions held;
    private final long everyNanos;
    private long lookAt = System.nanoTime();
    private long noteAt = System.nanoTime();

    BacklogWatch(RelayQueue<M> queue, Backlog backlog, HeldPartitions held, Duration every) {
        this.queue = queue;
        this.backlog = backlog;
        this.held = held;
        this.everyNanos = every.toNanos();
    }

    void lookIfDue() {
        if (!(queue instanceof EventQueue<M> events) || System.nanoTime() - lookAt < 0) {
            return;
        }
        lookAt = System.nanoTime() + everyNanos;
        Optional<Instant> oldest =
                held.others().map(HeldPartitions.Others::oldest).orElseGet(events::oldest);
        backlog.note(queue.name(), new Look(queue.depth(), events.countParked(), oldest.orElse(null)));
    }

    /**
     * Notes what a pass of the relay has found.
     *
     * @param partitions how many partitions are held
     * @param all whether all partitions are held: then the events that wait for them count
     * @param first the oldest message that waited for a partition that is not held; null if there was none
     */
    void note(int partitions, boolean all, M first) {
        if (!(queue instanceof EventQueue<M> events)) {
            return;
        }
        if (partitions == 0 || all) {
            held.forget();
        } else if (System.nanoTime() - noteAt >= 0) {
            noteAt = System.nanoTime() + NOTE_EVERY_NANOS;
            held.note(partitions, first == null ? null : events.since(first));
        }
    }
}
