package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact counts of a region in a cohort.
 *
 * @param place the people of the region. Each person of a cohort is counted in one region only, so that regions add up:
 *     where the person was trained, else where a course was completed first, else where the person was enrolled first
 * @param courses by code, only people of this region
 * @param areas by code, only people of this region
 */
public record ExactRegion(
        ExactPlace place, SortedMap<String, ExactPlace> courses, SortedMap<String, ExactPlace> areas) {

    public ExactRegion {
        courses = sorted(courses);
        areas = sorted(areas);
    }

    private static SortedMap<String, ExactPlace> sorted(Map<String, ExactPlace> places) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }
}
