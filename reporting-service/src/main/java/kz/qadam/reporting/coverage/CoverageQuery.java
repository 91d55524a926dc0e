package kz.qadam.reporting.coverage;

import java.util.SortedMap;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.Figures;

/**
 * How many institutions report, by the definition of {@link Coverages}: {@code GET /v1/progress/coverage}.
 *
 * @param days of late
 */
public record CoverageQuery(int days) implements FigureQuery<CoverageFigures> {

    /** With as many days as are usual. */
    public static final CoverageQuery USUAL = new CoverageQuery(30);

    private static final int MOST_DAYS = 3_660;

    /**
     * Reads the parameter {@code days}.
     *
     * @param days null: as many as are usual
     * @throws Problem 400 if that is no number of days that can be asked for
     */
    static CoverageQuery of(Integer days) {
        if (days == null) {
            return USUAL;
        }
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.badParameter("days", "range", "days", 1, MOST_DAYS);
        }
        return new CoverageQuery(days);
    }

    @Override
    public CoverageFigures answer(Figures figures, FigureContext context) {
        return figures.withHead(context, (handle, head) -> {
            SortedMap<String, Coverage.Count> regions =
                    Coverages.counts(handle, new Coverages.Asked(context.time(), days, null));
            return new CoverageFigures(head, days, Coverage.Count.sum(regions.values()), Coverage.Place.of(regions));
        });
    }
}
