package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many people were trained by the end of each day, by cohort; days without any are left out.
 *
 * @param sums of each day and all days before it
 */
record TrainedByDay(Map<String, NavigableMap<LocalDate, Long>> sums) {

    private static final NavigableMap<LocalDate, Long> NO_DAYS = new TreeMap<>();

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** How many people were trained in these cohorts by the end of a day. */
    long until(Collection<String> cohorts, LocalDate day) {
        return cohorts.stream()
                .map(cohort -> sums.getOrDefault(cohort, NO_DAYS).floorEntry(day))
                .mapToLong(sum -> sum == null ? 0 : sum.getValue())
                .sum();
    }
}
