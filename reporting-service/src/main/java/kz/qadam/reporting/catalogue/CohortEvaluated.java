package kz.qadam.reporting.catalogue;

import java.time.Instant;
import java.util.Map;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The data of {@code kz.qadam.cohort.evaluated.v1}: progress-service has judged all learners of the cohort by these
 * versions of the catalogue.
 *
 * @param courses the version of each course
 * @param learners how many learners were judged
 * @param changed how many of them changed their state
 */
public record CohortEvaluated(
        String cohort,
        long programmeVersion,
        long cohortVersion,
        Map<String, Long> courses,
        @MayBeAbsent Long learners,
        @MayBeAbsent Long changed,
        long version,
        @MayBeAbsent Instant recordedAt) {

    /** Whether the evaluation took these versions, or newer ones, into account. */
    boolean covers(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return programmeVersion >= knownProgramme
                && cohortVersion >= knownCohort
                && knownCourses.entrySet().stream()
                        .allMatch(course -> courses.getOrDefault(course.getKey(), 0L) >= course.getValue());
    }

    /** Whether the evaluation took a newer version into account than these. */
    boolean isAheadOf(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return programmeVersion > knownProgramme
                || cohortVersion > knownCohort
                || courses.entrySet().stream()
                        .anyMatch(course -> course.getValue() > knownCourses.getOrDefault(course.getKey(), 0L));
    }
}
