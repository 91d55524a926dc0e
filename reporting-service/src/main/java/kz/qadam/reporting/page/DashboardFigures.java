package kz.qadam.reporting.page;

import java.util.Optional;
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
                                        .map(Progress.ProgrammeView::horizon)
                                        .orElse(null)),
                        context),
                answers.view(FigureQuery.byRegion(cohort), context),
                answers.view(FigureQuery.byKind(cohort), context),
                answers.view(new FigureQuery.OfForecast(cohort), context),
                answers.view(CoverageQuery.USUAL, context));
    }

    /** The programme; empty while it is not known. */
    Optional<Progress.ProgrammeView> programme() {
        return Optional.ofNullable(progress.programme());
    }

    /** The figures of a cohort; those of the total if the code is not a cohort. */
    CohortFigures cohort(String code) {
        return progress.cohorts().stream()
                .filter(one -> one.cohort().equals(code))
                .findFirst()
                .orElse(total);
    }
}
