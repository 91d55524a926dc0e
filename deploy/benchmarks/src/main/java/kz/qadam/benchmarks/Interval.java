package kz.qadam.benchmarks;

import java.util.List;

/** Where a median is, judged by readings of which nothing is known but that they are independent. */
record Interval(double from, double to) {

    private static final double CONFIDENCE = 0.95;

    /**
     * The narrowest pair of readings, counted from both ends, between which the median is in at least 95 of 100 cases:
     * of fifteen, the fourth and the twelfth. With fewer than six readings no pair is so sure, and these are the
     * lowest and the highest.
     */
    static Interval ofMedian(List<Double> readings) {
        List<Double> sorted = readings.stream().sorted().toList();
        int left = leftOut(sorted.size());
        return new Interval(sorted.get(left), sorted.get(sorted.size() - 1 - left));
    }

    /** How many readings may be left out at each end. */
    private static int leftOut(int count) {
        int left = 0;
        double probability = Math.pow(0.5, count);
        double below = probability;
        while (true) {
            probability = probability * (count - left) / (left + 1);
            below += probability;
            if (2 * below > 1 - CONFIDENCE) return left;
            left++;
        }
    }
}
