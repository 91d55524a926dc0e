package kz.qadam.reporting.release;

import kz.qadam.reporting.catalogue.LocalizedName;

/**
 * The published counts of a course or an area.
 *
 * @param names null if nothing describes it
 */
public record ReleasedCourseOrArea(String key, LocalizedName names, PublishedCounts counts) {}
