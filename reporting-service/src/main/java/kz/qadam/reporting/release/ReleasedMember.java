package kz.qadam.reporting.release;

import kz.qadam.reporting.catalogue.LocalizedName;

/**
 * The published counts of a course or an area.
 *
 * @param names null if nothing describes it
 */
public record ReleasedMember(String key, LocalizedName names, PublishedCounts counts) {}
