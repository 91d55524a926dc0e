package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.Progress;

/**
 * The content of the dashboard, in the language of the reader.
 *
 * @param source the data of the bullets
 * @param who the selected cohort; null for the total
 * @param where the selected region; null for the nation
 * @param cards by kind of institution, and by each attribute of enrolments; none for the public
 * @param release what the reader has to know about published figures; null for exact ones
 * @param known what the figures of each card are of
 * @param version the version of the figures, with which the script waits for the next one
 * @param stream the address of the stream; null for figures that can never change
 */
public record Dashboard(
        DashboardSelection view,
        PageText text,
        PageChoices choices,
        Headline headline,
        SelectableDays times,
        List<BulletGraph> bullets,
        DataLinks source,
        Selection who,
        Selection where,
        BurnUp burnUp,
        Months months,
        Regions regions,
        List<MemberCard> cards,
        Funnel funnel,
        ReportingInstitutions reporting,
        ReleaseNotice release,
        FigureTimes known,
        boolean isExact,
        MethodLink method,
        long version,
        String stream) {

    /**
     * The selected cohort or region.
     *
     * @param all the address of the dashboard without this selection
     */
    public record Selection(String name, String all) {}

    static Dashboard of(DashboardFigures figures, DashboardSelection view, SelectableDays times, PageText text) {
        Progress progress = figures.progress();
        return new Dashboard(
                view,
                text,
                new PageChoices(view, text),
                Headline.of(figures, text),
                times,
                progress.cohorts().stream()
                        .map(cohort -> BulletGraph.of(cohort, figures, view, text))
                        .toList(),
                DataLinks.of(view, "/v1/progress"),
                view.cohort() == null
                        ? null
                        : new Selection(
                                text.name(figures.cohort(view.cohort()).names()),
                                view.ofCohort(null).address()),
                view.region() == null
                        ? null
                        : new Selection(
                                figures.placeName(view.region(), text),
                                view.ofRegion(null).address()),
                BurnUp.of(figures, view, text),
                Months.of(figures, view, text),
                Regions.of(figures, view, text),
                MemberCard.of(figures, view, text),
                Funnel.of(figures, view, text),
                ReportingInstitutions.of(figures, view, text),
                ReleaseNotice.of(figures, view, text),
                FigureTimes.of(figures, view, text),
                progress.head().audience() == AnswerHead.Audience.exact,
                MethodLink.of(text),
                progress.head().figureVersion(),
                canChange(figures, view) ? view.source("/v1/progress/stream") : null);
    }

    /** Exact figures of a past day change with what is reported later; releases never change. */
    private static boolean canChange(DashboardFigures figures, DashboardSelection view) {
        return figures.release() == null ? view.asOf() == null : !view.isPast();
    }
}
