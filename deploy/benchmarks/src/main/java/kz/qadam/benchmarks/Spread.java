package kz.qadam.benchmarks;

import java.util.List;
import java.util.Locale;

/** The median and extremes of several readings: on a shared machine, a single reading says little. */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> readings) {
        List<Double> sorted = readings.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s–%s)", shown(median), shown(least), shown(most));
    }

    /** Formats three significant digits. */
    static String shown(double value) {
        String pattern = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
