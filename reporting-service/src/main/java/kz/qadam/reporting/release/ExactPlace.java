package kz.qadam.reporting.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Exact counts of people in a cohort: of a region, or of a course or an area in a region.
 *
 * @param people all its people
 * @param byInstitution how many of them each institution knows from its own records. Enrolled: it enrolled them.
 *     Completed: they completed a course with it, or it enrolled them and they are trained. Trained: it enrolled them,
 *     wherever they were trained, since an institution sees which of its learners are trained. Several institutions may
 *     know a person
 */
public record ExactPlace(FunnelCounts people, Map<String, FunnelCounts> byInstitution) {

    /** Nobody is counted. */
    public static final ExactPlace NONE = new ExactPlace(FunnelCounts.NONE, Map.of());

    public ExactPlace {
        byInstitution = Map.copyOf(byInstitution);
    }

    /** How many people of a measure each institution knows. */
    List<Long> known(ToLongFunction<FunnelCounts> measure) {
        return byInstitution.values().stream()
                .map(counts -> measure.applyAsLong(counts))
                .toList();
    }

    /** This place and another that has none of its people. */
    ExactPlace plus(ExactPlace other) {
        Map<String, FunnelCounts> sum = new HashMap<>(byInstitution);
        other.byInstitution.forEach((institution, counts) -> sum.merge(institution, counts, FunnelCounts::plus));
        return new ExactPlace(people.plus(other.people), sum);
    }
}
