package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.page.HtmlPage;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.DefinitionResource;
import kz.qadam.reporting.figures.Progress;

/**
 * The content of the dashboard, in the language of the reader.
 *
 * @param source the data of the bullets
 * @param who the selected cohort; null for the total
 * @param where the selected region; null for the nation
 * @param known the transaction time of the figures
 * @param version the version of the figures, with which the script waits for the next one
 * @param stream the address of the stream; null for figures that can never change
 */
public record Dashboard(
        PageView view,
        PageText text,
        Headline headline,
        SelectableDays times,
        List<BulletGraph> bullets,
        DataLinks source,
        Selection who,
        Selection where,
        BurnUp burnUp,
        Months months,
        Regions regions,
        Kinds kinds,
        Funnel funnel,
        ReportingInstitutions reporting,
        String known,
        boolean isExact,
        String definition,
        long version,
        String stream) {

    /**
     * The selected cohort or region.
     *
     * @param all the address of the dashboard without this selection
     */
    public record Selection(String name, String all) {}

    static Dashboard of(DashboardFigures figures, PageView view, LocalDate today, PageText text) {
        Progress progress = figures.progress();
        return new Dashboard(
                view,
                text,
                Headline.of(figures, text),
                SelectableDays.of(figures, today, view, text),
                progress.cohorts().stream()
                        .map(cohort -> BulletGraph.of(cohort, view, text))
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
                                figures.regionName(view.region(), text),
                                view.ofRegion(null).address()),
                BurnUp.of(figures, view, text),
                Months.of(figures, view, text),
                Regions.of(figures, view, text),
                Kinds.of(figures, view, text),
                Funnel.of(figures, view, text),
                ReportingInstitutions.of(figures, view, text),
                text.instant(progress.head().asOf()),
                progress.head().audience() == AnswerHead.Audience.exact,
                DefinitionResource.PATH,
                progress.head().figureVersion(),
                view.asOf() == null ? view.source("/v1/progress/stream") : null);
    }

    /** The same view in each language. */
    public List<PageView> languages() {
        return HtmlPage.OFFERED.stream().map(view::in).toList();
    }

    /** The name of the language of a view, in this language itself. */
    public String nameOf(PageView other) {
        return new PageText(other.language(), text.zone()).say("language");
    }

    /** The same view in each theme. */
    public List<ThemeChoice> themes() {
        return List.of(themed(null, "auto"), themed("light", "light"), themed("dark", "dark"));
    }

    private ThemeChoice themed(String theme, String code) {
        return new ThemeChoice(
                code, text.say("theme." + code), view.themed(theme).address(), Objects.equals(theme, view.theme()));
    }

    /** A theme that the reader can select. */
    public record ThemeChoice(String code, String name, String address, boolean isShown) {}
}
