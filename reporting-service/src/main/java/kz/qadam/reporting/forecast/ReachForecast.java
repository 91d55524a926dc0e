package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The day on which each simulated path reaches a target. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ReachForecast(int[] epochDays) {

    /** The path does not reach the target by the horizon. */
    static final int NEVER = Integer.MAX_VALUE;

    static ReachForecast certain(LocalDate day) {
        int[] days = new int[SimulatedPaths.COUNT];
        Arrays.fill(days, (int) day.toEpochDay());
        return new ReachForecast(days);
    }

    static ReachForecast never() {
        int[] days = new int[SimulatedPaths.COUNT];
        Arrays.fill(days, NEVER);
        return new ReachForecast(days);
    }

    /** The day on which the last of several targets is reached; the targets are treated as independent. */
    static ReachForecast ofAll(List<ReachForecast> all) {
        int[] days = new int[SimulatedPaths.COUNT];
        for (ReachForecast one : all) {
            for (int path = 0; path < days.length; path++) {
                days[path] = Math.max(days[path], one.epochDays[path]);
            }
        }
        return new ReachForecast(days);
    }

    ForecastBand<LocalDate> band() {
        int[] sorted = epochDays.clone();
        Arrays.sort(sorted);
        return new ForecastBand<>(quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9));
    }

    private static LocalDate quantile(int[] sorted, double share) {
        int day = sorted[(int) Math.ceil(share * sorted.length) - 1];
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }

    /** The probability in whole hundredths. Only a decided result has 0 or 1. */
    double probability(boolean decided) {
        long reached = Arrays.stream(epochDays).filter(day -> day != NEVER).count();
        long hundredths = Math.round(100.0 * reached / epochDays.length);
        return (decided ? hundredths : Math.min(99, Math.max(1, hundredths))) / 100.0;
    }
}
