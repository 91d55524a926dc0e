package kz.qadam.reporting.release;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Decides what is published of a course or an area: hundreds, if a hundred people or more are outside each institution.
 * Only those regions are counted of which everybody may be counted. If the others were, courses that add up to more than
 * the country would show how many people the country does not contain.
 */
final class CourseRule {

    /** Counts of courses and areas are multiples of this. */
    static final int UNIT = 100;

    private static final int FEWEST_OUTSIDE = 100;

    private CourseRule() {}

    /**
     * The published counts of a course or an area; none if there are too few to publish.
     *
     * @param course the course in a region
     */
    static PublishedCounts of(ExactCohort cohort, Function<ExactRegion, ExactCourse> course) {
        List<ExactRegion> ofEnrolled =
                withEverybody(List.copyOf(cohort.regions().values()), Stage.ENROLLED);
        List<ExactRegion> ofCompleted = withEverybody(ofEnrolled, Stage.COMPLETED);
        List<ExactRegion> ofTrained = withEverybody(ofCompleted, Stage.TRAINED);
        long enrolled = usable(sum(ofEnrolled, course), FunnelCounts::enrolled, Long.MAX_VALUE);
        long completed = usable(sum(ofCompleted, course), FunnelCounts::completed, enrolled);
        long trained = usable(sum(ofTrained, course), FunnelCounts::trained, completed);
        return PublishedCounts.of(new FunnelCounts(enrolled, completed, trained), UNIT);
    }

    private static List<ExactRegion> withEverybody(List<ExactRegion> regions, Stage stage) {
        return regions.stream()
                .filter(region -> UsablePeople.isEverybody(region.people(), stage))
                .toList();
    }

    private static ExactCourse sum(List<ExactRegion> regions, Function<ExactRegion, ExactCourse> course) {
        return regions.stream().map(course).reduce(ExactCourse.NONE, ExactCourse::plus);
    }

    private static long usable(ExactCourse course, ToLongFunction<FunnelCounts> measure, long wider) {
        long people = measure.applyAsLong(course.people());
        long known =
                course.known(measure).stream().max(Comparator.naturalOrder()).orElse(0L);
        return people - known < FEWEST_OUTSIDE ? 0 : Math.min(people, wider);
    }
}
