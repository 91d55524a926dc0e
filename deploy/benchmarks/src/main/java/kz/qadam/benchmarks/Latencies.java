package kz.qadam.benchmarks;

import java.util.List;
import org.HdrHistogram.Histogram;

/** The time from the intended sending of each event until it was seen, in milliseconds. */
record Latencies(double p50, double p99) {

    private static final long LONGEST_MICROS = 600_000_000;

    /**
     * The latencies of the probes.
     *
     * @param intended the intended time of each event in nanoseconds
     * @param looks the counts of seen events, in order of time
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

    /** A count: how many events had been seen at this time. */
    record Look(long at, long seen) {}
}
