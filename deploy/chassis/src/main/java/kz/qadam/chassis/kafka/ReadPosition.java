package kz.qadam.chassis.kafka;

import java.time.Duration;

/**
 * From where on a queue is read while a partition is held. What lies below was read and waits for that partition, so that
 * it need not be read in each pass. A lower position may be committed later than a higher one, so this follows what
 * was read only after a while; and now and then everything is read.
 */
final class ReadPosition {

    private static final long LOOK_BACK_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long EVERYTHING_AFTER_NANOS = Duration.ofSeconds(60).toNanos();

    private long position;
    private long reached;
    private long reachedAt;
    private long raisedFromZeroAt;

    long position() {
        return position;
    }

    /** Everything up to here was read at this {@link System#nanoTime}, and either sent or left for a held partition. */
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

    /** Everything is read again. */
    void reset() {
        position = 0;
        reached = 0;
    }
}
