package kz.qadam.chassis.base.database;

import java.time.Duration;

/**
 * The time limits of a transaction.
 *
 * @param most for the transaction as a whole, and for each statement
 * @param pause between two statements; after a longer pause the database assumes that the process has stopped, and
 *     releases the locks
 */
public record TransactionLimit(Duration most, Duration pause) {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(8);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    /** For work that only waits for its statements: it may pause for the usual eight seconds. */
    public static TransactionLimit of(Duration most) {
        return new TransactionLimit(most, shorter(USUAL_PAUSE, most));
    }

    /**
     * For work that computes for a long time between two statements, or writes to a slow reader: it may pause for two
     * thirds of its time, up to a minute. If the process stops in such a transaction, the locks remain for that long.
     */
    public static TransactionLimit withPauses(Duration most) {
        return new TransactionLimit(most, shorter(LONG_PAUSE, most));
    }

    /** The pause must be shorter than the transaction. */
    private static Duration shorter(Duration pause, Duration most) {
        Duration part = most.multipliedBy(2).dividedBy(3);
        return part.compareTo(pause) < 0 ? part : pause;
    }
}
