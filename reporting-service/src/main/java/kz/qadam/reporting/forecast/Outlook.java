package kz.qadam.reporting.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import kz.qadam.reporting.plan.Season;

/**
 * What a forecast is made from.
 *
 * @param about what it is of; the same random numbers are drawn for it each time, so that a forecast moves with its data only
 * @param target null: there is none
 * @param on what had happened by the end of this day
 * @param knownOn the day on which this was known: of the days before it some reports are still to come
 * @param startsOn the first day that counts
 * @param horizon the last day that counts
 * @param season how the plan has a year's work fall upon its months
 * @param trained how many were trained on each day
 * @param earlier what was known of it earlier
 */
public record Outlook(
        String about,
        Long target,
        LocalDate on,
        LocalDate knownOn,
        LocalDate startsOn,
        LocalDate horizon,
        Season season,
        NavigableMap<LocalDate, Long> trained,
        List<Known> earlier) {

    /** What was known at the end of a day. */
    public record Known(LocalDate on, NavigableMap<LocalDate, Long> trained) {}

    long total() {
        return sum(trained.headMap(on, true));
    }

    static long sum(NavigableMap<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
