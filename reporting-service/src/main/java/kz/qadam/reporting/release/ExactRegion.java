package kz.qadam.reporting.release;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact counts of a region in a cohort.
 *
 * @param people the people of the region. Each person of a cohort is counted in one region only, so that regions add up:
 *     where the person was trained, else where a course was completed first, else where the person was enrolled first
 * @param courses by code, only people of this region
 * @param areas by code, only people of this region
 */
public record ExactRegion(
        RegionPeople people, SortedMap<String, ExactCourse> courses, SortedMap<String, ExactCourse> areas) {

    public ExactRegion {
        courses = sorted(courses);
        areas = sorted(areas);
    }

    private static SortedMap<String, ExactCourse> sorted(Map<String, ExactCourse> places) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }
}
