package kz.qadam.reporting.figures.coverage;

import java.util.Optional;
import java.util.SortedMap;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.FigureSource;
import kz.qadam.reporting.figures.KnownState;
import kz.qadam.reporting.figures.PublishedFigures;
import kz.qadam.reporting.release.ReleasedCoverage;

/**
 * Asks how many institutions report, for {@code GET /v1/progress/coverage}; {@link CoverageReader} has the definition.
 *
 * @param days the length of the period
 */
public record CoverageQuery(int days) implements FigureQuery<CoverageFigures> {

    /** With the default period. */
    public static final CoverageQuery USUAL = new CoverageQuery(ReleasedCoverage.DAYS);

    private static final int MAX_DAYS = 3_660;

    /**
     * Reads the parameter {@code days}.
     *
     * @param days null: the default period
     * @throws Problem 400 if the number is out of range
     */
    static CoverageQuery of(Integer days) {
        if (days == null) {
            return USUAL;
        }
        if (days < 1 || days > MAX_DAYS) {
            throw Problem.badParameter("days", "range", "days", 1, MAX_DAYS);
        }
        return new CoverageQuery(days);
    }

    /** Only the usual period is published. */
    @Override
    public boolean hasPublishedAnswer() {
        return days == ReleasedCoverage.DAYS;
    }

    @Override
    public Optional<FigureQuery<CoverageFigures>> within(AccessScope scope) {
        return Optional.of(this);
    }

    @Override
    public CoverageFigures answer(FigureSource source) {
        return source instanceof KnownState known ? exact(known) : PublishedCoverage.of((PublishedFigures) source);
    }

    private CoverageFigures exact(KnownState known) {
        SortedMap<String, Coverage.Count> regions = CoverageReader.counts(
                known.database(), new CoverageReader.Question(known.time(), days, known.region()));
        return new CoverageFigures(
                known.head(), days, Coverage.Count.sum(regions.values()), Coverage.OfRegion.of(regions));
    }
}
