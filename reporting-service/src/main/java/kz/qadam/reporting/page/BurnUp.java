package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.ForecastView;
import kz.qadam.reporting.figures.Progress;
import kz.qadam.reporting.figures.Series;

/**
 * The burn-up chart: trained people by month, the plan and the forecast.
 *
 * @param on the last day of the trained people; later rows are plan and forecast
 * @param horizon null while the programme is not known
 * @param target null if there is none
 * @param forecast the address of the forecast in the API; null if there is none
 */
public record BurnUp(
        List<String> sentences,
        Collection<Row> rows,
        boolean hasPlan,
        boolean hasForecast,
        LocalDate on,
        LocalDate horizon,
        String target,
        DataLinks source,
        String forecast) {

    /** The figures by the end of a day. */
    public record Row(LocalDate on, String month, String trained, String plan, String p10, String p50, String p90) {}

    private static final String NOTHING = "–";

    static BurnUp of(DashboardFigures figures, PageView view, PageText text) {
        CohortFigures cohort = figures.cohort(view.cohortOrTotal());
        LocalDate on = figures.progress().head().on();
        LocalDate horizon =
                figures.programme().map(Progress.ProgrammeView::horizon).orElse(null);
        boolean isNation = view.region() == null;
        TreeMap<LocalDate, Row> rows = new TreeMap<>();
        for (Series.Point point : figures.months().points()) {
            LocalDate end = end(YearMonth.parse(point.period()), on, horizon);
            rows.put(
                    end,
                    new Row(
                            end,
                            text.month(YearMonth.from(end)),
                            text.number(point.trained()),
                            text.number(point.expected()),
                            NOTHING,
                            NOTHING,
                            NOTHING));
        }
        boolean hasForecast = isNation && !figures.forecast().fan().isEmpty();
        if (hasForecast) {
            figures.forecast().fan().forEach(fan -> rows.merge(fan.on(), future(fan, text), BurnUp::joined));
        }
        boolean hasPlan = isNation && cohort.expected() != null;
        return new BurnUp(
                sentences(figures, view, text),
                rows.values(),
                hasPlan,
                hasForecast,
                on,
                horizon,
                hasPlan ? text.number(cohort.target()) : null,
                DataLinks.of(
                        view,
                        "/v1/progress/" + view.cohortOrTotal() + "/series",
                        "interval",
                        "month",
                        "region",
                        view.region()),
                isNation ? view.source("/v1/progress/" + view.cohortOrTotal() + "/forecast") : null);
    }

    /** The last day of a month; of the current month today, of the last month the horizon. */
    private static LocalDate end(YearMonth month, LocalDate on, LocalDate horizon) {
        if (month.equals(YearMonth.from(on))) {
            return on;
        }
        return horizon != null && month.equals(YearMonth.from(horizon)) ? horizon : month.atEndOfMonth();
    }

    private static Row future(ForecastView.Point fan, PageText text) {
        return new Row(
                fan.on(),
                text.month(YearMonth.from(fan.on())),
                NOTHING,
                NOTHING,
                text.number(fan.p10()),
                text.number(fan.p50()),
                text.number(fan.p90()));
    }

    private static Row joined(Row known, Row future) {
        return new Row(
                known.on(), known.month(), known.trained(), known.plan(), future.p10(), future.p50(), future.p90());
    }

    private static List<String> sentences(DashboardFigures figures, PageView view, PageText text) {
        CohortFigures cohort = figures.cohort(view.cohortOrTotal());
        List<String> sentences = new ArrayList<>();
        LocalDate on = figures.progress().head().on();
        if (view.region() != null) {
            figures.months().points().stream()
                    .filter(point -> point.trained() != null)
                    .reduce((earlier, later) -> later)
                    .ifPresent(last ->
                            sentences.add(text.say("burnup.trained", text.number(last.trained()), text.day(on))));
            return sentences;
        }
        sentences.add(text.say("burnup.trained", text.number(cohort.trained()), text.day(on)));
        if (cohort.expected() != null && cohort.trained() != null) {
            sentences.add(Headline.compareWithPlan("plan", cohort, text));
        }
        figures.programme().ifPresent(programme -> sentences.addAll(future(figures, cohort, programme, text)));
        return sentences;
    }

    private static List<String> future(
            DashboardFigures figures, CohortFigures cohort, Progress.ProgrammeView programme, PageText text) {
        List<String> sentences = new ArrayList<>();
        String horizon = text.day(programme.horizon());
        if (cohort.requiredPerMonth() != null) {
            sentences.add(text.say("burnup.required", text.number(cohort.requiredPerMonth()), horizon));
        }
        ForecastView forecast = figures.forecast().forecast();
        if (forecast.probability() != null && forecast.status().equals("forecast")) {
            LocalDate reached =
                    forecast.reachedOn() == null ? null : forecast.reachedOn().p50();
            sentences.add(
                    reached == null
                            ? text.say("burnup.not-reached", horizon)
                            : text.say("burnup.reached", text.day(reached)));
        }
        return sentences;
    }
}
