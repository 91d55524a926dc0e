package kz.qadam.progress.trained;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What "trained" means in a cohort. All members must be met; if there is none, any one completed course is enough.
 *
 * @param courses each of these must be completed; empty if none is named
 * @param minCourses the least number of distinct completed courses, or null
 * @param hours the least sum of hours of the distinct completed courses, or null
 */
public record Requirement(Set<String> courses, Integer minCourses, Integer hours) {

    public static final Requirement ANY_COURSE = new Requirement(Set.of(), null, null);

    public Requirement {
        courses = Set.copyOf(courses);
    }

    boolean isMetBy(Collection<AcceptedCompletion> completed) {
        return !completed.isEmpty() && lackingOf(completed).isEmpty();
    }

    /** What is missing after these completions. */
    public Lacking lackingOf(Collection<AcceptedCompletion> completed) {
        Set<String> done = new HashSet<>();
        int hoursDone = 0;
        for (AcceptedCompletion one : completed) {
            if (done.add(one.course())) {
                hoursDone += one.hours();
            }
        }
        int coursesNeeded = minCourses != null ? minCourses : courses.isEmpty() && hours == null ? 1 : 0;
        Set<String> missing = new TreeSet<>(courses);
        missing.removeAll(done);
        return new Lacking(
                List.copyOf(missing),
                Math.max(0, coursesNeeded - done.size()),
                hours == null ? 0 : Math.max(0, hours - hoursDone));
    }

    /** What is missing for the requirement. */
    public record Lacking(List<String> courses, int moreCourses, int hours) {

        boolean isEmpty() {
            return courses.isEmpty() && moreCourses == 0 && hours == 0;
        }
    }
}
