package kz.qadam.load;

import java.time.Duration;

/** The longest time in which nothing was written, since it was last asked to begin. */
final class LongestGap {

    private long last;
    private long longest;

    /** Forgets earlier gaps. */
    synchronized void begin(long now) {
        longest = 0;
        last = now;
    }

    synchronized void written(long now) {
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** The longest gap until now, the one that is still open included. */
    synchronized Duration until(long now) {
        return Duration.ofNanos(Math.max(longest, now - last));
    }
}
