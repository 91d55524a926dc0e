package kz.qadam.reporting.figures.coverage;

import java.util.List;
import kz.qadam.reporting.figures.PublishedFigures;
import kz.qadam.reporting.release.ReleasedCoverage;

/** How many institutions reported in the 30 days before the last month end, as released. */
final class PublishedCoverage {

    private PublishedCoverage() {}

    static CoverageFigures of(PublishedFigures published) {
        if (published.release() == null) {
            return new CoverageFigures(published.headOfMonthEnd(), ReleasedCoverage.DAYS, null, List.of());
        }
        ReleasedCoverage coverage = published.release().monthEnd().coverage();
        return new CoverageFigures(
                published.headOfMonthEnd(),
                coverage.days(),
                Coverage.Count.published(coverage.all()),
                coverage.regions().stream()
                        .map(row -> new Coverage.OfRegion(row.region(), Coverage.Count.published(row)))
                        .toList());
    }
}
