package kz.qadam.reporting.release;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tables that are published for the end of a month, and stay until the end of the next.
 *
 * @param people distinct people over the published cohorts; null if there are too few to publish
 */
public record MonthEndTables(
        Instant asOf, LocalDate on, Long people, List<OfCohort> cohorts, ReleasedCoverage coverage) {

    /**
     * The tables of a cohort.
     *
     * @param isWeekly whether the country is published weekly until the next month end; earlier rules published it daily
     * @param isReached whether the target is reached, if this is published exactly
     * @param regions the places in force: of each macro-region itself, or its regions once it is divided, and {@code
     *     unknown}
     * @param courses those with enough people to publish
     * @param areas those with enough people to publish
     */
    public record OfCohort(
            String cohort,
            @JsonAlias("isDaily") boolean isWeekly,
            boolean isReached,
            PublishedCounts country,
            List<ReleasedPlace> regions,
            List<ReleasedCourseOrArea> courses,
            List<ReleasedCourseOrArea> areas) {

        /** The trained people of the country that no published place contains; null if the country is not published. */
        public Long notByRegion() {
            return country.trained() == null
                    ? null
                    : (Long) (country.trained()
                            - regions.stream()
                                    .map(region -> region.counts().trained())
                                    .filter(trained -> trained != null)
                                    .mapToLong(Long::longValue)
                                    .sum());
        }

        /** The published counts of a place; none if it is not published, or not in force. */
        public PublishedCounts region(String code) {
            return regions.stream()
                    .filter(region -> region.key().equals(code))
                    .map(ReleasedPlace::counts)
                    .findFirst()
                    .orElse(PublishedCounts.NONE);
        }

        Places places() {
            return Places.ofPublished(regions.stream().map(ReleasedPlace::key));
        }
    }

    /** The same tables as known at another instant. */
    MonthEndTables knownAt(Instant instant) {
        return new MonthEndTables(instant, on, people, cohorts, coverage);
    }

    /** The tables of a cohort; empty if it did not exist then. */
    public Optional<OfCohort> cohort(String code) {
        return cohorts.stream().filter(one -> one.cohort().equals(code)).findFirst();
    }
}
