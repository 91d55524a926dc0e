package kz.qadam.reporting.release;

import java.util.Map;

/**
 * The exact counts of a region, a course or an area in a cohort.
 *
 * @param people all its people
 * @param byInstitution its people at each institution; somebody may be at several
 */
public record ExactPlace(FunnelCounts people, Map<String, FunnelCounts> byInstitution) {

    public ExactPlace {
        byInstitution = Map.copyOf(byInstitution);
    }
}
