package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact counts of a cohort: input of the rule, never published.
 *
 * @param regions by code, with {@code unknown}; together they have everybody of the country, each person once
 */
public record ExactCohort(SortedMap<String, ExactRegion> regions) {

    /** Nobody is counted. */
    public static final ExactCohort NONE = new ExactCohort(new TreeMap<>());

    public ExactCohort {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    RegionPeople region(String code) {
        return regions.containsKey(code) ? regions.get(code).people() : RegionPeople.NONE;
    }
}
