package kz.qadam.reporting.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Season;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.ForecastBand;
import kz.qadam.reporting.forecast.ForecastInput;
import kz.qadam.reporting.forecast.Forecasting;

/**
 * Forecasts from published numbers only. Between two published numbers the people are taken as trained evenly. Results
 * are coarse: people in thousands, days as month ends, probabilities in steps of 0.05.
 */
final class PublishedForecasts {

    /** There are too few people for a forecast. */
    static final Forecast NONE = new Forecast(Forecast.Status.INSUFFICIENT_DATA, null, null, null, null, List.of());

    private static final long UNIT = 1_000;
    private static final double STEPS = 20;
    private static final String TOTAL = "total";

    /** A cohort with a published number, and its history up to that. */
    private record Known(Cohort cohort, LocalDate on, NavigableMap<LocalDate, Long> byDay) {}

    private final Programme programme;
    private final ReleasedTrainedHistory history;

    /** @param programme null while it is not known */
    PublishedForecasts(Programme programme, ReleasedTrainedHistory history) {
        this.programme = programme;
        this.history = history;
    }

    /** The forecast of a cohort whose country is published. */
    Forecast of(Cohort cohort, LocalDate on, Long trained) {
        return programme == null || trained == null || trained < UNIT
                ? NONE
                : coarse(Forecasting.of(input(known(cohort, on, trained))));
    }

    /** The forecast of several cohorts together, by the oldest of their days. */
    Forecast together(List<ReleasedCohort> cohorts) {
        List<ReleasedCohort> targeted = cohorts.stream()
                .filter(one -> one.description().targetOn(one.on()) != null)
                .toList();
        boolean isKnown = programme != null
                && !targeted.isEmpty()
                && targeted.stream()
                        .allMatch(one ->
                                one.counts().trained() != null && one.counts().trained() >= UNIT);
        if (!isKnown) {
            return NONE;
        }
        LocalDate on = targeted.stream()
                .map(ReleasedCohort::on)
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<Known> each = targeted.stream()
                .map(one -> known(
                        one.description(),
                        on,
                        history.country(one.code()).floorEntry(on) == null
                                ? one.counts().trained()
                                : history.country(one.code()).floorEntry(on).getValue()))
                .toList();
        NavigableMap<LocalDate, Long> sum = new TreeMap<>();
        Map<Season, Long> people = new HashMap<>();
        for (Known one : each) {
            daily(one).forEach((day, count) -> sum.merge(day, count, Long::sum));
            people.merge(one.cohort().seasonOn(on), one.cohort().targetOn(on), Long::sum);
        }
        return coarse(Forecasting.together(
                input(TOTAL, null, on, Season.together(people), sum),
                each.stream().map(this::input).map(Forecasting::inShort).toList()));
    }

    private Known known(Cohort cohort, LocalDate on, long trained) {
        NavigableMap<LocalDate, Long> byDay =
                new TreeMap<>(history.country(cohort.code()).headMap(on, true));
        byDay.put(on, trained);
        return new Known(cohort, on, byDay);
    }

    private ForecastInput input(Known one) {
        Cohort cohort = one.cohort();
        return input(cohort.code(), cohort.targetOn(one.on()), one.on(), cohort.seasonOn(one.on()), daily(one));
    }

    private ForecastInput input(
            String about, Long target, LocalDate on, Season season, NavigableMap<LocalDate, Long> trained) {
        return new ForecastInput(
                about, target, on, on, programme.startsOn(), programme.horizon(), season, trained, List.of());
    }

    /** How many people were trained on each day, evenly between published numbers. A lower number later counts as 0. */
    private NavigableMap<LocalDate, Long> daily(Known one) {
        NavigableMap<LocalDate, Long> daily = new TreeMap<>();
        LocalDate after = programme.startsOn().minusDays(1);
        long before = 0;
        for (Map.Entry<LocalDate, Long> point : one.byDay().entrySet()) {
            long days = ChronoUnit.DAYS.between(after, point.getKey());
            long people = Math.max(0, point.getValue() - before);
            for (long day = 1; day <= days; day++) {
                daily.put(after.plusDays(day), people * day / days - people * (day - 1) / days);
            }
            after = point.getKey();
            before = Math.max(before, point.getValue());
        }
        return daily;
    }

    private static Forecast coarse(Forecast exact) {
        List<Forecast.Point> fan = new ArrayList<>();
        exact.fan().forEach(point -> fan.add(new Forecast.Point(point.on(), people(point.trained()))));
        return new Forecast(
                exact.status(),
                exact.window() == null
                        ? null
                        : new Forecast.Window(
                                monthEnd(exact.window().from()),
                                monthEnd(exact.window().to())),
                exact.reachedOn() == null
                        ? null
                        : new ForecastBand<>(
                                monthEnd(exact.reachedOn().p10()),
                                monthEnd(exact.reachedOn().p50()),
                                monthEnd(exact.reachedOn().p90())),
                people(exact.atHorizon()),
                probability(exact.probability()),
                fan);
    }

    /** What is not certain stays between the first and the last step. */
    private static Double probability(Double exact) {
        if (exact == null || exact == 0 || exact == 1) {
            return exact;
        }
        return Math.min(STEPS - 1, Math.max(1, Math.rint(exact * STEPS))) / STEPS;
    }

    private static ForecastBand<Long> people(ForecastBand<Long> exact) {
        return exact == null ? null : new ForecastBand<>(floor(exact.p10()), floor(exact.p50()), floor(exact.p90()));
    }

    private static long floor(long people) {
        return people - people % UNIT;
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day == null ? null : day.withDayOfMonth(day.lengthOfMonth());
    }
}
