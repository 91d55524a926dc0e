package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The exact counts of a cohort: input of the rule, never published.
 *
 * @param people distinct people of the whole country
 * @param regions by code, with {@code unknown}
 * @param courses by code
 * @param areas by code
 */
public record ExactCohort(
        FunnelCounts people,
        SortedMap<String, ExactPlace> regions,
        SortedMap<String, ExactPlace> courses,
        SortedMap<String, ExactPlace> areas) {

    /** Nobody is counted. */
    public static final ExactCohort NONE =
            new ExactCohort(FunnelCounts.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public ExactCohort {
        regions = sorted(regions);
        courses = sorted(courses);
        areas = sorted(areas);
    }

    private static SortedMap<String, ExactPlace> sorted(Map<String, ExactPlace> places) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** How many institutions have trained somebody. */
    long trainingInstitutions() {
        return regions.values().stream()
                .flatMap(ExactCohort::training)
                .distinct()
                .count();
    }

    private static Stream<String> training(ExactPlace region) {
        return region.byInstitution().entrySet().stream()
                .filter(one -> one.getValue().trained() > 0)
                .map(Map.Entry::getKey);
    }
}
