package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.Set;
import kz.qadam.reporting.json.Members;

/**
 * What makes trained, from a day on. What is absent asks for nothing; with nothing at all any one completion does.
 *
 * @param courses all of these
 * @param minCourses so many distinct ones
 * @param hours that their hours add up to
 */
record Requirement(long version, LocalDate validFrom, Set<String> courses, long minCourses, long hours) {

    static Requirement of(Members version) {
        Members json = version.object("requirement");
        return new Requirement(
                version.whole("version", 1),
                version.date("validFrom"),
                json.has("courses") ? Set.copyOf(json.texts("courses")) : Set.of(),
                json.has("minCourses") ? json.whole("minCourses", 1) : 1,
                json.has("hours") ? json.whole("hours", 1) : 0);
    }

    boolean isMetBy(Set<String> completed, long completedHours) {
        return completed.containsAll(courses) && completed.size() >= minCourses && completedHours >= hours;
    }
}
