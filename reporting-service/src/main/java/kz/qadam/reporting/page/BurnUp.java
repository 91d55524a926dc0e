package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * How the trained have grown, where the plan wants them, and where they may come to.
 *
 * @param on the day up to which something has happened
 * @param horizon null while the programme is not known
 * @param target null if there is none
 * @param forecast where the API has it; null if none is made
 */
public record BurnUp(
        List<String> sentences,
        Collection<Row> rows,
        boolean hasPlan,
        boolean hasForecast,
        LocalDate on,
        LocalDate horizon,
        String target,
        Source source,
        String forecast) {

    /** By the end of a day. */
    public record Row(LocalDate on, String month, String trained, String plan, String p10, String p50, String p90) {}

    private static final String NOTHING = "–";

    static BurnUp of(Answers answers, View view, Speech speech) {
        Answers.Cohort cohort = answers.cohort(view.cohortOrTotal());
        LocalDate on = answers.progress().on();
        LocalDate horizon =
                answers.progress().known().map(Answers.Programme::horizon).orElse(null);
        boolean isNation = view.region() == null;
        TreeMap<LocalDate, Row> rows = new TreeMap<>();
        for (Answers.Point point : answers.months().points()) {
            LocalDate end = end(YearMonth.parse(point.period()), on, horizon);
            rows.put(
                    end,
                    new Row(
                            end,
                            speech.month(YearMonth.from(end)),
                            speech.number(point.trained()),
                            speech.number(point.expected()),
                            NOTHING,
                            NOTHING,
                            NOTHING));
        }
        boolean hasForecast = isNation && !answers.forecast().fan().isEmpty();
        if (hasForecast) {
            answers.forecast().fan().forEach(fan -> rows.merge(fan.on(), ahead(fan, speech), BurnUp::both));
        }
        boolean hasPlan = isNation && cohort.expected() != null;
        return new BurnUp(
                sentences(answers, view, speech),
                rows.values(),
                hasPlan,
                hasForecast,
                on,
                horizon,
                hasPlan ? speech.number(cohort.target()) : null,
                Source.of(
                        view,
                        "/v1/progress/" + view.cohortOrTotal() + "/series",
                        "interval",
                        "month",
                        "region",
                        view.region()),
                isNation ? view.source("/v1/progress/" + view.cohortOrTotal() + "/forecast") : null);
    }

    /** Of the month that is not over, as much as has happened; of the last one, what counts. */
    private static LocalDate end(YearMonth month, LocalDate on, LocalDate horizon) {
        if (month.equals(YearMonth.from(on))) {
            return on;
        }
        return horizon != null && month.equals(YearMonth.from(horizon)) ? horizon : month.atEndOfMonth();
    }

    private static Row ahead(Answers.Fan fan, Speech speech) {
        return new Row(
                fan.on(),
                speech.month(YearMonth.from(fan.on())),
                NOTHING,
                NOTHING,
                speech.number(fan.p10()),
                speech.number(fan.p50()),
                speech.number(fan.p90()));
    }

    private static Row both(Row known, Row ahead) {
        return new Row(known.on(), known.month(), known.trained(), known.plan(), ahead.p10(), ahead.p50(), ahead.p90());
    }

    private static List<String> sentences(Answers answers, View view, Speech speech) {
        Answers.Cohort cohort = answers.cohort(view.cohortOrTotal());
        List<String> said = new ArrayList<>();
        LocalDate on = answers.progress().on();
        if (view.region() != null) {
            answers.months().points().stream()
                    .filter(point -> point.trained() != null)
                    .reduce((earlier, later) -> later)
                    .ifPresent(last ->
                            said.add(speech.say("burnup.trained", speech.number(last.trained()), speech.day(on))));
            return said;
        }
        said.add(speech.say("burnup.trained", speech.number(cohort.trained()), speech.day(on)));
        if (cohort.expected() != null && cohort.trained() != null) {
            said.add(Headline.besidePlan("plan", cohort, speech));
        }
        answers.progress().known().ifPresent(programme -> said.addAll(ahead(answers, cohort, programme, speech)));
        return said;
    }

    private static List<String> ahead(
            Answers answers, Answers.Cohort cohort, Answers.Programme programme, Speech speech) {
        List<String> said = new ArrayList<>();
        String horizon = speech.day(programme.horizon());
        if (cohort.requiredPerMonth() != null) {
            said.add(speech.say("burnup.required", speech.number(cohort.requiredPerMonth()), horizon));
        }
        Answers.Forecast forecast = answers.forecast();
        if (forecast.probability() != null && forecast.status().equals("forecast")) {
            LocalDate reached =
                    forecast.reachedOn() == null ? null : forecast.reachedOn().p50();
            said.add(
                    reached == null
                            ? speech.say("burnup.not-reached", horizon)
                            : speech.say("burnup.reached", speech.day(reached)));
        }
        return said;
    }
}
