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
        DashboardSelection selection,
        PageText text,
        LanguageAndThemeLinks choices,
        Headline headline,
        SelectableDays times,
        List<BulletGraph> bullets,
        DataLinks source,
        Selection who,
        Selection where,
        BurnUp burnUp,
        MonthlyPlan months,
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

    static Dashboard of(DashboardFigures figures, DashboardSelection selection, SelectableDays times, PageText text) {
        Progress progress = figures.progress();
        return new Dashboard(
                selection,
                text,
                new LanguageAndThemeLinks(selection, text),
                Headline.of(figures, text),
                times,
                progress.cohorts().stream()
                        .map(cohort -> BulletGraph.of(cohort, figures, selection, text))
                        .toList(),
                DataLinks.of(selection, "/v1/progress"),
                selection.cohort() == null
                        ? null
                        : new Selection(
                                text.name(figures.cohort(selection.cohort()).names()),
                                selection.ofCohort(null).address()),
                selection.region() == null
                        ? null
                        : new Selection(
                                figures.placeName(selection.region(), text),
                                selection.ofRegion(null).address()),
                BurnUp.of(figures, selection, text),
                MonthlyPlan.of(figures, selection, text),
                Regions.of(figures, selection, text),
                MemberCard.of(figures, selection, text),
                Funnel.of(figures, selection, text),
                ReportingInstitutions.of(figures, selection, text),
                ReleaseNotice.of(figures, selection, text),
                FigureTimes.of(figures, selection, text),
                progress.head().audience() == AnswerHead.Audience.exact,
                MethodLink.of(text),
                progress.head().figureVersion(),
                canChange(figures, selection) ? selection.apiAddress("/v1/progress/stream") : null);
    }

    /** Exact figures of a past day change with what is reported later; releases never change. */
    private static boolean canChange(DashboardFigures figures, DashboardSelection selection) {
        return figures.release() == null ? selection.asOf() == null : !selection.isPast();
    }
}
