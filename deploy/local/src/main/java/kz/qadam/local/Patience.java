package kz.qadam.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition that another process fulfils. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(25);

    private Patience() {}

    /** Returns whether it happened before the limit; gives up early if it is no longer possible. */
    static boolean until(BooleanSupplier happened, BooleanSupplier possible, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!happened.getAsBoolean()) {
            if (!possible.getAsBoolean() || System.nanoTime() > end) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the launcher's threads", e);
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the launcher's threads", e);
        }
    }
}
