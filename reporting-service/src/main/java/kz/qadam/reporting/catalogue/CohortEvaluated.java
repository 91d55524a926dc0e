package kz.qadam.reporting.catalogue;

import java.time.Instant;
import java.util.Map;
import kz.qadam.chassis.event.MayBeAbsent;

/**
 * The data of {@code kz.qadam.cohort.evaluated.v1}: everybody in the cohort has been judged by these versions of the
 * catalogue.
 *
 * @param courses the version of each
 * @param learners how many were judged
 * @param changed of how many the state changed by it
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

    /** Whether these versions were all taken into account. */
    boolean covers(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return programmeVersion >= knownProgramme
                && cohortVersion >= knownCohort
                && knownCourses.entrySet().stream()
                        .allMatch(course -> courses.getOrDefault(course.getKey(), 0L) >= course.getValue());
    }

    /** Whether anything was taken into account that is not known here. */
    boolean isAheadOf(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return programmeVersion > knownProgramme
                || cohortVersion > knownCohort
                || courses.entrySet().stream()
                        .anyMatch(course -> course.getValue() > knownCourses.getOrDefault(course.getKey(), 0L));
    }
}
