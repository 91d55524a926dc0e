package kz.qadam.reporting.release;

import java.util.function.Function;

/**
 * Decides what is published of a course or an area: the sum over those places in which it is held by two owners itself, in
 * hundreds. If the places whose people are held were added up, a course that everybody takes would show how many people the
 * country does not contain.
 */
public final class CourseDisclosureRule {

    /** Counts of courses and areas are multiples of this. */
    static final int UNIT = 100;

    private CourseDisclosureRule() {}

    /**
     * The published counts of a course or an area; none if there are too few to publish.
     *
     * @param course the course in a place
     */
    public static PublishedCounts of(ExactCohort cohort, Function<ExactPlaceCounts, ExactPeople> course) {
        return PublishedCounts.of(
                cohort.places().values().stream()
                        .map(course)
                        .map(ExactPeople::held)
                        .reduce(FunnelCounts.NONE, FunnelCounts::plus),
                UNIT);
    }
}
