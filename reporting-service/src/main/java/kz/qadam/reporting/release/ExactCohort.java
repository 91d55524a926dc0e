package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact counts of a cohort: input of the rule, never published.
 *
 * @param places by code: the regions, with {@code unknown}, or the places in force; together they have everybody of the
 *     country, each person once
 */
public record ExactCohort(SortedMap<String, ExactPlaceCounts> places) {

    /** Nobody is counted. */
    public static final ExactCohort NONE = new ExactCohort(new TreeMap<>());

    public ExactCohort {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** The same people in the places in force, each of which is a region or has several. */
    ExactCohort in(Places inForce) {
        SortedMap<String, ExactPlaceCounts> together = new TreeMap<>();
        places.forEach((region, counts) -> together.merge(inForce.of(region), counts, ExactPlaceCounts::plus));
        return new ExactCohort(together);
    }

    ExactPlaceCounts place(String code) {
        return places.getOrDefault(code, ExactPlaceCounts.NONE);
    }
}
