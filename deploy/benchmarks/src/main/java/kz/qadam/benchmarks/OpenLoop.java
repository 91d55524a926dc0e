package kz.qadam.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events at a steady rate, whether or not earlier ones have been answered, and counts every millisecond how many
 * have arrived.
 */
final class OpenLoop {

    private static final int PER_SECOND = 500;
    private static final int SENDERS = 16;

    /**
     * The pause between two counts: without it, counting would take one of the processors from the measured processes.
     */
    private static final int PAUSE_NANOS = 1_000_000;

    private static final int PROBED = 10;

    private OpenLoop() {}

    /**
     * Runs the load. One event in ten is a probe; those of the first quarter only warm up.
     *
     * @param seen returns how many events have arrived
     */
    static Latencies run(int probes, Callable<Load.Sender> senders, Callable<Long> seen) throws Exception {
        int count = events(probes);
        long begins = System.nanoTime() + 100_000_000;
        long[] intended = new long[count];
        Arrays.setAll(intended, i -> begins + i * 1_000_000_000L / PER_SECOND);
        var next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                all.add(threads.submit(() -> {
                    send(senders, next, intended);
                    return null;
                }));
            }
            List<Latencies.Look> looks = new ArrayList<>();
            do {
                LockSupport.parkNanos(PAUSE_NANOS);
                long arrived = seen.call();
                looks.add(new Latencies.Look(System.nanoTime(), arrived));
            } while (looks.get(looks.size() - 1).seen() < count);
            WrongCount.unlessEqual(
                    "seen", (long) count, looks.get(looks.size() - 1).seen());
            for (Future<?> one : all) {
                one.get();
            }
            return Latencies.of(intended, count / 4, PROBED, looks);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The number of events for this number of probes. */
    static int events(int probes) {
        return probes * PROBED * 4 / 3;
    }

    private static void send(Callable<Load.Sender> senders, AtomicInteger next, long[] intended) throws Exception {
        try (Load.Sender sender = senders.call()) {
            for (int i = next.getAndIncrement(); i < intended.length; i = next.getAndIncrement()) {
                LockSupport.parkNanos(intended[i] - System.nanoTime());
                sender.send(i);
            }
        }
    }
}
