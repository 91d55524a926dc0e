package kz.qadam.chassis.database;

import java.time.Duration;

/**
 * How long a transaction may take.
 *
 * @param most in all, and each of its statements
 * @param pause between two statements; after a longer one its process is taken to be stopped, and its locks are released
 */
public record TransactionLimit(Duration most, Duration pause) {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(8);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    /** For work that only waits for its statements: as for every other transaction, it may pause for eight seconds. */
    public static TransactionLimit of(Duration most) {
        return new TransactionLimit(most, shorter(USUAL_PAUSE, most));
    }

    /**
     * For work that computes for long between two statements, or writes to somebody who reads slowly: it may pause for two
     * thirds of its time, up to a minute. A process that is stopped in it keeps its locks for as long.
     */
    public static TransactionLimit withPauses(Duration most) {
        return new TransactionLimit(most, shorter(LONG_PAUSE, most));
    }

    /** A pause ends before the transaction does. */
    private static Duration shorter(Duration pause, Duration most) {
        Duration part = most.multipliedBy(2).dividedBy(3);
        return part.compareTo(pause) < 0 ? part : pause;
    }
}
