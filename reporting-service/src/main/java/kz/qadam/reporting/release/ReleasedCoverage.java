package kz.qadam.reporting.release;

import java.util.List;

/**
 * How many institutions report, in all and by region.
 *
 * @param days the length of the period; its last day is the month end
 */
public record ReleasedCoverage(int days, Row all, List<Row> regions) {

    /** The length of the period that is published. */
    public static final int DAYS = 30;

    /**
     * The active institutions of a region. The other counts are null if one of them is too low to publish.
     *
     * @param region null for all regions together
     */
    public record Row(String region, long active, Long reported, Long zero, Long silent, Long never) {}

    /** Publishes exact counts of institutions. */
    static ReleasedCoverage of(Row all, List<Row> regions) {
        return new ReleasedCoverage(
                DAYS,
                CoverageDisclosureRule.all(all, regions),
                regions.stream().map(CoverageDisclosureRule::region).toList());
    }
}
