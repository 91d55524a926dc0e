package kz.qadam.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for work that a service does asynchronously. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final long PAUSE_MILLIS = 10;

    private Waiting() {}

    static void until(Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!happened.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The awaited state was not reached within " + LONGEST);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
