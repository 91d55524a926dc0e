package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact counts of a place in a cohort.
 *
 * @param people the people of the place. Each person of a cohort is counted in one place only, so that places add up:
 *     where the person was trained, else where a course was completed first, else where the person was enrolled first
 * @param courses by code, only people of this place
 * @param areas by code, only people of this place
 */
public record ExactPlaceCounts(
        ExactPeople people, SortedMap<String, ExactPeople> courses, SortedMap<String, ExactPeople> areas) {

    /** Nobody is counted. */
    static final ExactPlaceCounts NONE = new ExactPlaceCounts(ExactPeople.NONE, new TreeMap<>(), new TreeMap<>());

    public ExactPlaceCounts {
        courses = sorted(courses);
        areas = sorted(areas);
    }

    /** This place and another one together. */
    ExactPlaceCounts plus(ExactPlaceCounts other) {
        return new ExactPlaceCounts(people.plus(other.people), sum(courses, other.courses), sum(areas, other.areas));
    }

    private static SortedMap<String, ExactPeople> sum(Map<String, ExactPeople> some, Map<String, ExactPeople> others) {
        SortedMap<String, ExactPeople> sum = new TreeMap<>(some);
        others.forEach((code, people) -> sum.merge(code, people, ExactPeople::plus));
        return sum;
    }

    private static SortedMap<String, ExactPeople> sorted(Map<String, ExactPeople> some) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(some));
    }
}
