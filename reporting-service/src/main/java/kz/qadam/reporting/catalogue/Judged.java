package kz.qadam.reporting.catalogue;

import java.util.Map;
import kz.qadam.reporting.json.Members;

/**
 * The versions of the catalogue by which everybody in a cohort has been judged.
 *
 * @param arrived whether all that follows from it has been taken in
 */
public record Judged(
        String cohort, long version, long programme, long cohortVersion, Map<String, Long> courses, boolean arrived) {

    /** Reads the data of {@code cohort.evaluated}. */
    public static Judged of(Members json, boolean arrived) {
        return new Judged(
                json.text("cohort"),
                json.whole("version", 1),
                json.whole("programmeVersion", 0),
                json.whole("cohortVersion", 0),
                json.numbers("courses"),
                arrived);
    }

    /** Whether these versions were all taken into account, and what follows has arrived. */
    boolean covers(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return arrived
                && programme >= knownProgramme
                && cohortVersion >= knownCohort
                && knownCourses.entrySet().stream()
                        .allMatch(course -> courses.getOrDefault(course.getKey(), 0L) >= course.getValue());
    }

    /** Whether anything was taken into account that is not known here. */
    boolean isAheadOf(long knownProgramme, long knownCohort, Map<String, Long> knownCourses) {
        return programme > knownProgramme
                || cohortVersion > knownCohort
                || courses.entrySet().stream()
                        .anyMatch(course -> course.getValue() > knownCourses.getOrDefault(course.getKey(), 0L));
    }
}
