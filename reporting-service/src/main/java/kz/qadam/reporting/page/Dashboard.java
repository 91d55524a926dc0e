package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.page.HtmlPage;
import kz.qadam.reporting.figures.DefinitionResource;

/**
 * All that the dashboard shows, said in the reader's language.
 *
 * @param source of the bullets
 * @param who the cohort that is looked at; null: the targeted ones together
 * @param where the region that is looked at; null: the nation
 * @param known as of when
 * @param version of the figures, for whoever waits for the next one
 * @param stream where the next one is to be heard of; null about what cannot change
 */
public record Dashboard(
        View view,
        Speech speech,
        Headline headline,
        Times times,
        List<Bullet> bullets,
        Source source,
        Narrowed who,
        Narrowed where,
        BurnUp burnUp,
        Months months,
        Regions regions,
        Funnel funnel,
        Reporting reporting,
        String known,
        boolean isExact,
        String definition,
        long version,
        String stream) {

    /**
     * What the view is narrowed to.
     *
     * @param all where it is not
     */
    public record Narrowed(String name, String all) {}

    static Dashboard of(Answers answers, View view, LocalDate today, Speech speech) {
        Answers.Progress progress = answers.progress();
        return new Dashboard(
                view,
                speech,
                Headline.of(answers, speech),
                Times.of(answers, today, view, speech),
                progress.cohorts().stream()
                        .map(cohort -> Bullet.of(cohort, view, speech))
                        .toList(),
                Source.of(view, "/v1/progress"),
                view.cohort() == null
                        ? null
                        : new Narrowed(
                                speech.name(answers.cohort(view.cohort()).names()),
                                view.ofCohort(null).address()),
                view.region() == null
                        ? null
                        : new Narrowed(
                                regionName(answers, view, speech),
                                view.ofRegion(null).address()),
                BurnUp.of(answers, view, speech),
                Months.of(answers, view, speech),
                Regions.of(answers, view, speech),
                Funnel.of(answers, view, speech),
                Reporting.of(answers, view, speech),
                speech.moment(progress.asOf()),
                progress.audience().equals("exact"),
                DefinitionResource.PATH,
                progress.figureVersion(),
                view.asOf() == null ? view.source("/v1/progress/stream") : null);
    }

    private static String regionName(Answers answers, View view, Speech speech) {
        return answers.regions().cells().stream()
                .filter(cell -> cell.key().equals(view.region()))
                .findFirst()
                .map(cell -> speech.name(cell.names()))
                .orElseGet(() -> speech.say("unknown"));
    }

    /** The same in each language that is spoken. */
    public List<View> languages() {
        return HtmlPage.OFFERED.stream().map(view::in).toList();
    }

    /** How the page says its own name in another language. */
    public String nameOf(View other) {
        return new Speech(other.language(), speech.zone()).say("language");
    }

    /** The same, light or dark. */
    public List<Themed> themes() {
        return List.of(themed(null, "auto"), themed("light", "light"), themed("dark", "dark"));
    }

    private Themed themed(String theme, String code) {
        return new Themed(
                code, speech.say("theme." + code), view.themed(theme).address(), Objects.equals(theme, view.theme()));
    }

    /** A way to see it. */
    public record Themed(String code, String name, String address, boolean isShown) {}
}
