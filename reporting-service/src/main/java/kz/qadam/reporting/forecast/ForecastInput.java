package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import kz.qadam.reporting.catalogue.plan.Season;

/**
 * The input of a forecast.
 *
 * @param about the code of the cohort, or total; it seeds the random numbers, so that only new data change a forecast
 * @param target null if there is none
 * @param on valid time: the last day of the data
 * @param knownOn the local day of the transaction time: for the days before it some reports are still missing
 * @param startsOn the first day that counts
 * @param horizon the last day that counts
 * @param season how the plan divides a year among its months
 * @param trained how many people were trained on each day
 * @param earlier the same, as it was known earlier
 */
public record ForecastInput(
        String about,
        Long target,
        LocalDate on,
        LocalDate knownOn,
        LocalDate startsOn,
        LocalDate horizon,
        Season season,
        NavigableMap<LocalDate, Long> trained,
        List<Known> earlier) {

    /** The people trained on each day, as known at the end of {@code on}. */
    public record Known(LocalDate on, NavigableMap<LocalDate, Long> trained) {}

    long total() {
        return sum(trained.headMap(on, true));
    }

    /** The first day by which at least so many people were trained; empty if there is none. */
    static Optional<LocalDate> dayOf(long people, NavigableMap<LocalDate, Long> days) {
        long trained = 0;
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            trained += day.getValue();
            if (trained >= people) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    static long sum(NavigableMap<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
