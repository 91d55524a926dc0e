package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import kz.qadam.reporting.catalogue.LocalizedName;

/**
 * The exact counts that a release is made from: what is known to have happened by the end of a day.
 *
 * @param asOf what was known at this instant
 * @param on the day
 * @param cohorts by code, each by region
 * @param distinctPeople counts the distinct people that are trained in some regions of cohorts
 * @param courseTitles by code; a course that is not described is left out
 * @param reporting how many institutions report, by region
 */
public record ExactState(
        Instant asOf,
        LocalDate on,
        SortedMap<String, ExactCohort> cohorts,
        ToLongFunction<Collection<CohortRegion>> distinctPeople,
        Map<String, LocalizedName> courseTitles,
        ReleasedCoverage.Row allReporting,
        List<ReleasedCoverage.Row> reporting) {

    /** A region of a cohort. */
    public record CohortRegion(String cohort, String region) {}

    ExactCohort cohort(String code) {
        return cohorts.getOrDefault(code, ExactCohort.NONE);
    }
}
