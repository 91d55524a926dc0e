package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.Breakdown;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.ForecastView;
import kz.qadam.reporting.figures.Progress;
import kz.qadam.reporting.figures.PublishedContext;
import kz.qadam.reporting.figures.Series;
import kz.qadam.reporting.figures.coverage.CoverageFigures;
import kz.qadam.reporting.figures.coverage.CoverageQuery;
import kz.qadam.reporting.release.Places;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The figures of the dashboard: the same view records that the API renders, all in one context. A figure that the
 * audience may not see is null.
 *
 * @param total the cohorts that have a target, together
 * @param months the selected cohort in the selected region, by month
 * @param regions the selected cohort by region
 * @param byMember the selected cohort by each dimension that has a card of its own; none for the public
 * @param forecast the forecast of the selected cohort
 * @param release the release that published figures are made from; null for exact figures
 */
record DashboardFigures(
        Progress progress,
        CohortFigures total,
        Series months,
        Breakdown regions,
        List<Breakdown> byMember,
        ForecastView.Whole forecast,
        CoverageFigures coverage,
        Release release) {

    /** Answers queries in one context. */
    interface Answers {

        /** The view record that answers a query; null if the audience has no answer. */
        <V> V to(FigureQuery<V> query);
    }

    static DashboardFigures of(Answers answers, FigureContext context, DashboardSelection selection) {
        String cohort = selection.cohortOrTotal();
        Progress progress = answers.to(new FigureQuery.OfProgramme());
        Breakdown regions = answers.to(new FigureQuery.ByDimension(cohort, Dimension.REGION));
        return new DashboardFigures(
                progress,
                answers.to(new FigureQuery.OfTotal()).figures(),
                answers.to(FigureQuery.byMonth(
                        cohort,
                        cell(regions, selection.region())
                                .map(Breakdown.Cell::key)
                                .orElse(selection.region()),
                        Optional.ofNullable(progress.programme())
                                .map(Programme::horizon)
                                .orElse(null))),
                regions,
                byMember(answers, cohort),
                answers.to(new FigureQuery.OfForecast(cohort)),
                answers.to(CoverageQuery.USUAL),
                context instanceof PublishedContext published ? published.release() : null);
    }

    private static List<Breakdown> byMember(Answers answers, String cohort) {
        return MemberCard.DIMENSIONS.stream()
                .map(dimension -> answers.to(new FigureQuery.ByDimension(cohort, dimension)))
                .filter(Objects::nonNull)
                .toList();
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

    /** The day of the figures of a cohort; of the total that of its newest cohort. */
    LocalDate on(CohortFigures cohort) {
        return cohort.on() != null
                ? cohort.on()
                : progress.cohorts().stream()
                        .filter(one -> one.target() != null && one.on() != null)
                        .map(CohortFigures::on)
                        .max(LocalDate::compareTo)
                        .orElse(progress.head().on());
    }

    /**
     * The figures of a region in the selected cohort, or of the macro-region that stands for it; empty if the code is
     * neither.
     */
    Optional<Breakdown.Cell> region(String code) {
        return cell(regions, code);
    }

    private static Optional<Breakdown.Cell> cell(Breakdown regions, String code) {
        return regions.cells().stream().filter(cell -> cell.isOf(code)).findFirst();
    }

    /** The name of a region, or of the macro-region that stands for it in the figures. */
    String placeName(String code, PageText text) {
        return region(code).map(cell -> text.name(cell.names())).orElseGet(() -> regionName(code, text));
    }

    /** The name of a region; {@code unknown} in the reader's language if the code is not a region. */
    String regionName(String code, PageText text) {
        return Optional.ofNullable(Places.names(code))
                .filter(names -> !code.equals(DerivedMembers.UNKNOWN))
                .map(text::name)
                .orElseGet(() -> text.say("unknown"));
    }
}
