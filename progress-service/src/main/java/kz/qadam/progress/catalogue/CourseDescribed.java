package kz.qadam.progress.catalogue;

/** The members of {@code kz.qadam.catalogue.course-described.v1} that this service uses. */
public record CourseDescribed(String code, int version, int hours) {}
