package kz.qadam.reporting.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Exact counts of people of a cohort in a course, or in all courses of an area, in a region.
 *
 * @param people all its people
 * @param byInstitution how many of them are known to each institution: it has enrolled them, in whichever course. Several
 *     institutions may know a person
 */
public record ExactCourse(FunnelCounts people, Map<String, FunnelCounts> byInstitution) {

    /** Nobody is counted. */
    public static final ExactCourse NONE = new ExactCourse(FunnelCounts.NONE, Map.of());

    public ExactCourse {
        byInstitution = Map.copyOf(byInstitution);
    }

    /** How many people of a measure each institution knows. */
    List<Long> known(ToLongFunction<FunnelCounts> measure) {
        return byInstitution.values().stream()
                .map(counts -> measure.applyAsLong(counts))
                .toList();
    }

    /** This course and the same in another region, where other people are counted. */
    ExactCourse plus(ExactCourse other) {
        Map<String, FunnelCounts> sum = new HashMap<>(byInstitution);
        other.byInstitution.forEach((institution, counts) -> sum.merge(institution, counts, FunnelCounts::plus));
        return new ExactCourse(people.plus(other.people), sum);
    }
}
