package kz.qadam.progress.catalogue;

/** What this service relies on in {@code kz.qadam.catalogue.course-described.v1}. */
public record CourseDescribed(String code, int version, int hours) {}
