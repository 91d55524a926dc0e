package kz.qadam.reporting.figures.coverage;

import java.util.SortedMap;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.Figures;

/**
 * Asks how many institutions report, for {@code GET /v1/progress/coverage}; {@link CoverageTable} has the definition.
 *
 * @param days the length of the period
 */
public record CoverageQuery(int days) implements FigureQuery<CoverageFigures> {

    /** With the default period. */
    public static final CoverageQuery USUAL = new CoverageQuery(30);

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

    @Override
    public CoverageFigures answer(Figures figures, FigureContext context) {
        return figures.withHead(context, (handle, head) -> {
            SortedMap<String, Coverage.Count> regions =
                    CoverageTable.counts(handle, new CoverageTable.Question(context.time(), days, null));
            return new CoverageFigures(head, days, Coverage.Count.sum(regions.values()), Coverage.Place.of(regions));
        });
    }
}
