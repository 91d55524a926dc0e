package kz.qadam.benchmarks.backtest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;

/** The two naive forecasts that a method has to beat. */
final class NaiveForecasts {

    private static final int YEAR = 365;

    private NaiveForecasts() {}

    /** Straight line: each day brings the average of all days since the programme began. */
    static double straightLine(NavigableMap<LocalDate, Long> known, LocalDate on, LocalDate until) {
        double trained = sum(known);
        return trained
                + trained
                        / (ChronoUnit.DAYS.between(SyntheticHistory.STARTS_ON, on) + 1)
                        * ChronoUnit.DAYS.between(on, until);
    }

    /** Seasonal: each day brings what the same day of the last year brought; in the first year, the straight line. */
    static double seasonal(NavigableMap<LocalDate, Long> known, LocalDate on, LocalDate until) {
        if (ChronoUnit.DAYS.between(SyntheticHistory.STARTS_ON, on) < YEAR) {
            return straightLine(known, on, until);
        }
        double trained = sum(known);
        double year = sum(known.tailMap(on.minusDays(YEAR), false));
        long days = ChronoUnit.DAYS.between(on, until);
        long wholeYears = days / YEAR;
        NavigableMap<LocalDate, Long> rest =
                known.subMap(on.minusDays(YEAR), false, on.minusDays(YEAR).plusDays(days % YEAR), true);
        return trained + year * wholeYears + sum(rest);
    }

    private static long sum(NavigableMap<LocalDate, Long> known) {
        return known.values().stream().mapToLong(Long::longValue).sum();
    }
}
