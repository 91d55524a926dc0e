package kz.qadam.reporting.release;

import kz.qadam.reporting.catalogue.Names;

/**
 * The published counts of a course or an area.
 *
 * @param names null if nothing describes it
 */
public record ReleasedMember(String key, Names names, PublishedCounts counts) {}
