package kz.qadam.reporting.release;

import java.time.LocalDate;
import java.util.List;

/** What is known at the first release of the end of a month before it; only the trained people. */
public record PastMonthEndCounts(LocalDate on, List<OfCohort> cohorts) {

    /**
     * The trained people of a cohort.
     *
     * @param trained those of the country; null if there are too few to publish
     * @param regions the published places
     */
    public record OfCohort(String cohort, Long trained, List<OfRegion> regions) {

        Places places() {
            return Places.ofPublished(regions.stream().map(OfRegion::region));
        }
    }

    /** The trained people of a place: a region, or a macro-region. */
    public record OfRegion(String region, long trained) {}
}
