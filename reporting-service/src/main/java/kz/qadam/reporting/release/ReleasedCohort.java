package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.forecast.Forecast;

/**
 * The country in a cohort, as released.
 *
 * @param description the cohort as known at the release, with its targets and plans
 * @param asOf what was known at this instant: at the release, or at the last month end
 * @param on what had happened by the end of this day
 * @param isReached whether the target is reached, if this is published exactly
 * @param forecast made from published counts only
 */
public record ReleasedCohort(
        Cohort description, Instant asOf, LocalDate on, PublishedCounts counts, boolean isReached, Forecast forecast) {

    /** The same figures as known at another instant. */
    ReleasedCohort knownAt(Instant instant) {
        return new ReleasedCohort(description, instant, on, counts, isReached, forecast);
    }

    /**
     * The same figures of the cohort as it is described now. That its target is reached is repeated only if the target of
     * that day is still the same.
     */
    ReleasedCohort describedBy(Cohort now) {
        return new ReleasedCohort(
                now,
                asOf,
                on,
                counts,
                isReached && Objects.equals(now.targetOn(on), description.targetOn(on)),
                forecast);
    }

    public String code() {
        return description.code();
    }
}
