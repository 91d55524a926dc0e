package kz.qadam.benchmarks;

import java.util.List;
import org.HdrHistogram.Histogram;

/** How long it took from when each event was meant to be sent until it was seen, in milliseconds. */
record Latencies(double p50, double p99) {

    private static final long LONGEST_MICROS = 600_000_000;

    /**
     * The events that are probed, by when they were meant to be sent and when so many had been seen.
     *
     * @param intended in nanoseconds, for each event in its order
     * @param looks each with how many events it saw, in their order
     */
    static Latencies of(long[] intended, int from, int every, List<Look> looks) {
        var histogram = new Histogram(LONGEST_MICROS, 3);
        int look = 0;
        for (int event = from; event < intended.length; event += every) {
            while (looks.get(look).seen() <= event) {
                look++;
            }
            histogram.recordValue(Math.max(0, (looks.get(look).at() - intended[event]) / 1_000));
        }
        return new Latencies(histogram.getValueAtPercentile(50) / 1e3, histogram.getValueAtPercentile(99) / 1e3);
    }

    /** At that time so many events were seen. */
    record Look(long at, long seen) {}
}
