package kz.qadam.reporting.page;

/**
 * What the figures of each card are of: an instant, or a release.
 *
 * @param cohorts of the list of cohorts
 * @param ofSelection of the selected cohort, or of the selected region
 * @param monthEnd of the tables that are published for the end of a month
 */
public record FigureTimes(String cohorts, String ofSelection, String monthEnd) {

    static FigureTimes of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        if (figures.release() == null) {
            String known =
                    text.say("known", text.instant(figures.progress().head().asOf()));
            return new FigureTimes(known, known, known);
        }
        var release = new ReleaseText(figures.release(), text);
        return new FigureTimes(release.known(), ofSelection(release, selection), release.monthEnd());
    }

    private static String ofSelection(ReleaseText release, DashboardSelection selection) {
        if (selection.region() != null) {
            return release.monthEnd();
        }
        return release.release()
                .cohort(selection.cohortOrTotal())
                .map(release::ofCohort)
                .orElseGet(release::ofTotal);
    }
}
