package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.ForecastView;
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
        List<Row> rows,
        boolean hasPlan,
        boolean hasForecast,
        LocalDate on,
        LocalDate horizon,
        String target,
        DataLinks source,
        String forecast) {

    /** The figures by the end of a day. */
    public record Row(LocalDate on, String month, CountText trained, String plan, String p10, String p50, String p90) {}

    static BurnUp of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        CohortFigures cohort = figures.cohort(selection.cohortOrTotal());
        LocalDate on = figures.months().head().on();
        LocalDate horizon = figures.programme().map(Programme::horizon).orElse(null);
        boolean isNation = selection.region() == null;
        Map<LocalDate, Series.Point> months = new HashMap<>();
        figures.months().points().forEach(one -> months.put(end(YearMonth.parse(one.period()), on, horizon), one));
        Map<LocalDate, ForecastView.Point> fan = new HashMap<>();
        if (isNation) {
            figures.forecast().fan().forEach(one -> fan.put(one.on(), one));
        }
        SortedSet<LocalDate> days = new TreeSet<>(months.keySet());
        days.addAll(fan.keySet());
        boolean hasPlan = isNation && cohort.targetProgress().expected() != null;
        return new BurnUp(
                sentences(figures, selection, text),
                days.stream()
                        .map(day -> row(day, !day.isAfter(on), months.get(day), fan.get(day), text))
                        .toList(),
                hasPlan,
                !fan.isEmpty(),
                on,
                horizon,
                hasPlan ? text.number(cohort.target()) : null,
                DataLinks.ofMonths(selection),
                isNation ? selection.apiAddress(selection.apiPath("/forecast")) : null);
    }

    /** The month and the forecast that end on the day; each may be null. */
    private static Row row(
            LocalDate day, boolean isPast, Series.Point month, ForecastView.Point forecast, PageText text) {
        return new Row(
                day,
                text.month(YearMonth.from(day)),
                month == null || !isPast ? text.nothing() : text.people(month.trained()),
                text.number(month == null ? null : month.expected()),
                text.number(forecast == null ? null : (Long) forecast.p10()),
                text.number(forecast == null ? null : (Long) forecast.p50()),
                text.number(forecast == null ? null : (Long) forecast.p90()));
    }

    /** The last day of a month; of the current month today, of the last month the horizon. */
    private static LocalDate end(YearMonth month, LocalDate on, LocalDate horizon) {
        if (month.equals(YearMonth.from(on))) {
            return on;
        }
        return horizon != null && month.equals(YearMonth.from(horizon)) ? horizon : month.atEndOfMonth();
    }

    private static List<String> sentences(DashboardFigures figures, DashboardSelection selection, PageText text) {
        List<String> sentences = new ArrayList<>();
        if (selection.region() != null) {
            LocalDate on = figures.months().head().on();
            figures.months().points().stream()
                    .filter(point -> !YearMonth.parse(point.period()).isAfter(YearMonth.from(on)))
                    .reduce((earlier, later) -> later)
                    .ifPresent(last -> sentences.add(trained(last.trained(), on, text)));
            return sentences;
        }
        CohortFigures cohort = figures.cohort(selection.cohortOrTotal());
        LocalDate on = figures.on(cohort);
        sentences.add(trained(cohort.counts().trained(), on, text));
        if (cohort.targetProgress().expected() != null && cohort.counts().trained() != null) {
            sentences.add(Headline.compareWithPlan("plan", cohort, text));
        }
        figures.programme().ifPresent(programme -> {
            if (cohort.targetProgress().requiredPerMonth() != null) {
                sentences.add(text.sayOfPeople(
                        "burnup.required",
                        text.number(cohort.targetProgress().requiredPerMonth()),
                        text.day(programme.horizon())));
            }
            sentences.addAll(outlook(figures.forecast().forecast(), programme, text));
        });
        return sentences;
    }

    private static String trained(Long trained, LocalDate on, PageText text) {
        return trained == null
                ? text.say("burnup.too-few", text.day(on))
                : text.say("burnup.trained", text.people(trained).text(), text.day(on));
    }

    private static List<String> outlook(ForecastView forecast, Programme programme, PageText text) {
        List<String> sentences = new ArrayList<>();
        if (forecast.probability() != null && forecast.status().equals("forecast")) {
            LocalDate reached =
                    forecast.reachedOn() == null ? null : forecast.reachedOn().p50();
            sentences.add(
                    reached == null
                            ? text.say("burnup.not-reached", text.day(programme.horizon()))
                            : text.say("burnup.reached", text.day(reached)));
        }
        if (text.isPublished() && forecast.status().equals("forecast")) {
            sentences.add(text.say("burnup.rounded"));
        }
        return sentences;
    }
}
