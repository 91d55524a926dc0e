package kz.qadam.reporting.release;

import java.util.Map;
import java.util.Set;

/**
 * A learner in a cohort, as the exact counts are made from learners.
 *
 * @param region the one region in which the person is counted
 * @param enrolled the courses by the institutions that enrolled the person
 * @param completed the completed courses by institution
 * @param trainedBy the course of the completion that made the person trained; null if not trained
 */
public record Person(
        String region, Map<String, Set<String>> enrolled, Map<String, Set<String>> completed, String trainedBy) {

    /** Enrolled by some institutions. */
    public static Person enrolled(String region, String... institutions) {
        return new Person(region, each(institutions), Map.of(), null);
    }

    /** Enrolled by some institutions, and has completed a course with each of them. */
    public static Person completed(String region, String... institutions) {
        return new Person(region, each(institutions), each(institutions), null);
    }

    /** Enrolled by some institutions, and trained by a course of each of them. */
    public static Person trained(String region, String... institutions) {
        return new Person(region, each(institutions), each(institutions), "AI-101");
    }

    private static Map<String, Set<String>> each(String... institutions) {
        return Set.of(institutions).stream()
                .collect(java.util.stream.Collectors.toMap(one -> one, one -> Set.of("AI-101")));
    }

    /** Enrolled by an institution too, in the same course. */
    public Person alsoEnrolledBy(String institution) {
        Map<String, Set<String>> all = new java.util.HashMap<>(enrolled);
        all.put(institution, Set.of("AI-101"));
        return new Person(region, all, completed, trainedBy);
    }

    public boolean isCompleted() {
        return !completed.isEmpty();
    }

    public boolean isTrained() {
        return trainedBy != null;
    }
}
