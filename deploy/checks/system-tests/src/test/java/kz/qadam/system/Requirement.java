package kz.qadam.system;

import java.util.Collection;
import java.util.Set;

/** What trained means: these courses, so many courses, so many hours; 0 asks for nothing. */
record Requirement(Set<String> courses, int minCourses, int hours) {

    static final Requirement ANY_COURSE = new Requirement(Set.of(), 1, 0);

    boolean isMetBy(Collection<Course> completed) {
        Set<Course> distinct = Set.copyOf(completed);
        return distinct.stream().map(Course::code).toList().containsAll(courses)
                && distinct.size() >= minCourses
                && distinct.stream().mapToInt(Course::hours).sum() >= hours;
    }

    String json() {
        return "{%s%s%s}"
                .formatted(
                        "\"courses\": ["
                                + String.join(
                                        ", ",
                                        courses.stream()
                                                .map("\"%s\""::formatted)
                                                .toList()) + "]",
                        minCourses == 0 ? "" : ", \"minCourses\": " + minCourses,
                        hours == 0 ? "" : ", \"hours\": " + hours);
    }
}
