package kz.qadam.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** One client and nothing else: it sends an event, looks until the event has arrived, rests, and sends the next one. */
final class ClosedLoop {

    private static final int PAUSE_NANOS = 1_000_000;
    private static final int REST_NANOS = 30_000_000;
    private static final long LONGEST_MICROS = 60_000_000;

    private ClosedLoop() {}

    /**
     * The medians, in milliseconds from the sending.
     *
     * @param answered until the answer
     * @param visible until the event has arrived
     */
    record Medians(double answered, double visible) {}

    static Medians run(int events, Callable<Load.Sender> senders, Callable<Long> seen) throws Exception {
        var answered = new Histogram(LONGEST_MICROS, 3);
        var visible = new Histogram(LONGEST_MICROS, 3);
        try (Load.Sender sender = senders.call()) {
            for (int event = 0; event < events; event++) {
                LockSupport.parkNanos(REST_NANOS);
                long sent = System.nanoTime();
                sender.send(event);
                answered.recordValue(microsSince(sent));
                while (seen.call() <= event) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                visible.recordValue(microsSince(sent));
            }
        }
        return new Medians(answered.getValueAtPercentile(50) / 1e3, visible.getValueAtPercentile(50) / 1e3);
    }

    private static long microsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000;
    }
}
