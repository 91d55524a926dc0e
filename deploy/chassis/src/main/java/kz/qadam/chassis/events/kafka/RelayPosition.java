package kz.qadam.chassis.events.kafka;

import java.time.Duration;

/**
 * The position from which a queue is read while a partition is held. Messages before it were read and wait for that
 * partition, so that they need not be read in each pass. A lower position may be committed later than a higher one, so
 * this position is raised only after some time, and from time to time everything is read again.
 */
final class RelayPosition {

    private static final long LOOK_BACK_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long EVERYTHING_AFTER_NANOS = Duration.ofSeconds(60).toNanos();

    private long position;
    private long reached;
    private long reachedAt;
    private long raisedFromZeroAt;

    long position() {
        return position;
    }

    /**
     * Notes that everything up to here was read at this {@link System#nanoTime}, and was sent or waits for a held
     * partition.
     */
    void reached(long read, long now) {
        if (position > 0 && now - raisedFromZeroAt > EVERYTHING_AFTER_NANOS) {
            reset();
        }
        if (reached == 0) {
            reached = read;
            reachedAt = now;
        } else if (now - reachedAt > LOOK_BACK_NANOS) {
            raisedFromZeroAt = position == 0 ? now : raisedFromZeroAt;
            position = reached;
            reached = read;
            reachedAt = now;
        }
    }

    /** Lets everything be read again. */
    void reset() {
        position = 0;
        reached = 0;
    }
}
