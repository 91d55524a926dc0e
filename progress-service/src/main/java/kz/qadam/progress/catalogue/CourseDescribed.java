package kz.qadam.progress.catalogue;

import static java.util.Objects.requireNonNull;

/** What this service relies on in {@code kz.qadam.catalogue.course-described.v1}. */
public record CourseDescribed(String code, int version, int hours) {
    public CourseDescribed {
        requireNonNull(code, "code");
    }
}
