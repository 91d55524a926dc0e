package kz.qadam.reporting.page;

import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.Breakdown;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.ForecastView;
import kz.qadam.reporting.figures.Progress;
import kz.qadam.reporting.figures.Series;
import kz.qadam.reporting.figures.coverage.CoverageFigures;
import kz.qadam.reporting.figures.coverage.CoverageQuery;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The figures of the dashboard: the same view records that the API renders, all in one context. A figure that the
 * audience may not see is null.
 *
 * @param total the cohorts that have a target, together
 * @param months the selected cohort in the selected region, by month
 * @param regions the selected cohort by region
 * @param kinds the selected cohort by kind of institution
 * @param forecast the forecast of the selected cohort
 */
record DashboardFigures(
        Progress progress,
        CohortFigures total,
        Series months,
        Breakdown regions,
        Breakdown kinds,
        ForecastView.Whole forecast,
        CoverageFigures coverage) {

    static DashboardFigures of(FigureAnswers answers, FigureContext context, PageView view) {
        String cohort = view.cohortOrTotal();
        Progress progress = answers.view(new FigureQuery.OfProgramme(), context);
        return new DashboardFigures(
                progress,
                answers.view(new FigureQuery.OfTotal(), context).figures(),
                answers.view(
                        FigureQuery.byMonth(
                                cohort,
                                view.region(),
                                Optional.ofNullable(progress.programme())
                                        .map(Programme::horizon)
                                        .orElse(null)),
                        context),
                answers.view(new FigureQuery.ByDimension(cohort, Dimension.REGION), context),
                answers.view(new FigureQuery.ByDimension(cohort, Dimension.KIND), context),
                answers.view(new FigureQuery.OfForecast(cohort), context),
                answers.view(CoverageQuery.USUAL, context));
    }

    /** The programme; empty while it is not known. */
    Optional<Programme> programme() {
        return Optional.ofNullable(progress.programme());
    }

    /** The figures of a cohort; those of the total if the code is not a cohort. */
    CohortFigures cohort(String code) {
        return progress.cohorts().stream()
                .filter(one -> one.cohort().equals(code))
                .findFirst()
                .orElse(total);
    }

    /** The figures of a region in the selected cohort; empty if the code is not a region. */
    Optional<Breakdown.Cell> region(String code) {
        return regions.cells().stream().filter(cell -> cell.key().equals(code)).findFirst();
    }

    /** The name of a region; {@code unknown} in the reader's language if the code is not a region. */
    String regionName(String code, PageText text) {
        return region(code).map(cell -> text.name(cell.names())).orElseGet(() -> text.say("unknown"));
    }
}
