package kz.qadam.reporting.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the country stands, in ten seconds.
 *
 * @param mark null while nothing is known
 * @param plan beside the plan; empty without one
 * @param outlook what is to be expected
 * @param because why the figures are provisional
 */
public record Headline(
        String trained, String rest, Mark mark, List<String> plan, String outlook, List<String> because, Bar bar) {

    static Headline of(Answers answers, Speech speech) {
        Answers.Cohort total = answers.total();
        boolean hasTarget = total.target() != null;
        return new Headline(
                speech.number(total.trained()),
                hasTarget
                        ? speech.say("headline", speech.percent(total.percent()), speech.number(total.target()))
                        : speech.say("headline/no-target"),
                answers.progress().cohorts().isEmpty() ? null : Mark.of(total.status(), speech),
                plan(answers, speech),
                answers.progress()
                        .known()
                        .map(programme -> outlook(total.forecast(), programme, speech))
                        .orElseGet(() -> speech.say("headline.nothing")),
                answers.progress().because().stream()
                        .map(one -> speech.say("because." + one.code()))
                        .distinct()
                        .toList(),
                hasTarget ? Bar.of(total.trained(), total.expected(), total.target()) : null);
    }

    private static List<String> plan(Answers answers, Speech speech) {
        Answers.Cohort total = answers.total();
        if (total.expected() == null || total.trained() == null) {
            return List.of();
        }
        long targeted = answers.progress().cohorts().stream()
                .filter(cohort -> cohort.target() != null)
                .count();
        List<String> said = new ArrayList<>();
        said.add(besidePlan("plan", total, speech));
        said.add(speech.say("headline.on-track", answers.progress().total().cohortsOnTrack(), targeted));
        return said;
    }

    /** @param sentences of which kind */
    static String besidePlan(String sentences, Answers.Cohort cohort, Speech speech) {
        String expected = speech.number(cohort.expected());
        long more = cohort.trained() - cohort.expected();
        if (more == 0) {
            return speech.say(sentences + ".as", expected);
        }
        return speech.say(sentences + (more > 0 ? ".more" : ".less"), expected, speech.number(Math.abs(more)));
    }

    private static String outlook(Answers.Forecast forecast, Answers.Programme programme, Speech speech) {
        return switch (forecast.status()) {
            case "forecast" ->
                speech.say(
                        forecast.probability() == null ? "outlook/no-target" : "outlook",
                        speech.number(forecast.atHorizon().p10()),
                        speech.number(forecast.atHorizon().p90()),
                        speech.day(programme.horizon()),
                        forecast.probability() == null ? "" : speech.probability(forecast.probability()));
            case "ended" -> speech.say("outlook.ended", speech.day(programme.horizon()));
            default -> speech.say("outlook.early");
        };
    }
}
