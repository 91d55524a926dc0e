package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.Set;

/**
 * The requirement of a cohort from a day on. A requirement without conditions is met by any one completion.
 *
 * @param courses the courses that a learner must complete
 * @param minCourses how many distinct courses a learner must complete
 * @param hours the least sum of the hours of the completed courses
 */
record Requirement(long version, LocalDate validFrom, Set<String> courses, long minCourses, long hours) {

    boolean isMetBy(Set<String> completed, long completedHours) {
        return completed.containsAll(courses) && completed.size() >= minCourses && completedHours >= hours;
    }
}
