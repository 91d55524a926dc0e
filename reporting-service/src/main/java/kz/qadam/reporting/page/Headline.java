package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.ForecastView;
import kz.qadam.reporting.figures.TargetProgress;

/**
 * The headline: the total, compared with its target and plan, and the forecast.
 *
 * @param trained the number; null if there are too few to publish
 * @param label what is written after the number, or instead of it
 * @param mark the status; null while no cohort is known, and if the status is not published
 * @param plan sentences that compare the total with the plan; empty without a plan
 * @param outlook the forecast in one sentence
 * @param because why the figures are provisional
 */
public record Headline(
        String trained,
        String label,
        StatusMark mark,
        List<String> plan,
        String outlook,
        List<String> because,
        Bar bar) {

    static Headline of(DashboardFigures figures, PageText text) {
        CohortFigures total = figures.total();
        boolean hasTarget = total.target() != null;
        TargetProgress targetProgress = total.targetProgress();
        return new Headline(
                total.counts().trained() == null
                        ? null
                        : text.people(total.counts().trained()).text(),
                label(total, text),
                figures.progress().cohorts().isEmpty() ? null : StatusMark.of(targetProgress.status(), text),
                plan(figures, text),
                figures.programme()
                        .map(programme -> outlook(total.forecast(), programme, text))
                        .orElseGet(() -> text.say("headline.nothing")),
                figures.progress().head().because().stream()
                        .map(one -> text.say("because." + one.code()))
                        .distinct()
                        .toList(),
                hasTarget ? Bar.of(total.counts().trained(), targetProgress.expected(), total.target()) : null);
    }

    /** The headline in one line. */
    public String title() {
        return trained == null ? label : trained + " " + label;
    }

    private static String label(CohortFigures total, PageText text) {
        if (total.counts().trained() == null) {
            return text.say("headline.too-few");
        }
        return total.target() == null
                ? text.say("headline/no-target")
                : text.say("headline", text.percent(total.targetProgress().percent()), text.number(total.target()));
    }

    private static List<String> plan(DashboardFigures figures, PageText text) {
        CohortFigures total = figures.total();
        if (total.targetProgress().expected() == null || total.counts().trained() == null) {
            return List.of();
        }
        long targeted = figures.progress().cohorts().stream()
                .filter(cohort -> cohort.target() != null)
                .count();
        return List.of(
                compareWithPlan("plan", total, text),
                text.say("headline.on-track", figures.progress().total().cohortsOnTrack(), targeted));
    }

    /** @param sentences the group of messages to use */
    static String compareWithPlan(String sentences, CohortFigures cohort, PageText text) {
        String expected = text.number(cohort.targetProgress().expected());
        long more = cohort.counts().trained() - cohort.targetProgress().expected();
        if (more == 0) {
            return text.sayOfPeople(sentences + ".as", expected);
        }
        return text.sayOfPeople(sentences + (more > 0 ? ".more" : ".less"), expected, text.number(Math.abs(more)));
    }

    private static String outlook(ForecastView forecast, Programme programme, PageText text) {
        return switch (forecast.status()) {
            case "forecast" ->
                text.sayOfPeople(
                        forecast.probability() == null ? "outlook/no-target" : "outlook",
                        text.number(forecast.atHorizon().p10()),
                        text.number(forecast.atHorizon().p90()),
                        text.day(programme.horizon()),
                        forecast.probability() == null ? "" : text.probability(forecast.probability()));
            case "ended" -> text.say("outlook.ended", text.day(programme.horizon()));
            default -> text.sayOfPeople("outlook.early");
        };
    }
}
