package kz.qadam.reporting.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.plan.Season;
import kz.qadam.reporting.forecast.Forecast.Status;
import org.junit.jupiter.api.Test;

class ForecastingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final LocalDate TODAY = LocalDate.of(2028, 5, 31);
    private static final Season SCHOOL_YEAR = new Season(List.of(10, 10, 10, 10, 10, 10, 0, 0, 10, 10, 10, 10));

    private static NavigableMap<LocalDate, Long> days(LocalDate through, ToLongFunction<LocalDate> trained) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        FIRST.datesUntil(through.plusDays(1)).forEach(day -> days.put(day, trained.applyAsLong(day)));
        days.values().removeIf(count -> count == 0);
        return days;
    }

    private static ForecastInput forecastInput(
            Long target, LocalDate on, Season season, ToLongFunction<LocalDate> trained) {
        // Everything was known on its day.
        List<ForecastInput.Known> earlier = IntStream.of(91, 182)
                .mapToObj(on::minusDays)
                .filter(day -> !day.isBefore(FIRST))
                .map(day -> new ForecastInput.Known(day, days(day, trained)))
                .toList();
        return input(target, on, season, days(on, trained), earlier);
    }

    private static ForecastInput input(
            Long target,
            LocalDate on,
            Season season,
            NavigableMap<LocalDate, Long> trained,
            List<ForecastInput.Known> earlier) {
        return new ForecastInput("pupils", target, on, on, FIRST, LAST, season, trained, earlier);
    }

    private static long inSchool(LocalDate day) {
        return day.getMonthValue() == 7 || day.getMonthValue() == 8 ? 0 : 100;
    }

    @Test
    void the_same_input_has_the_same_forecast() {
        assertThat(Forecasting.of(forecastInput(150_000L, TODAY, SCHOOL_YEAR, ForecastingTest::inSchool)))
                .isEqualTo(Forecasting.of(forecastInput(150_000L, TODAY, SCHOOL_YEAR, ForecastingTest::inSchool)));
    }

    @Test
    void the_short_forecast_has_the_horizon_and_no_months() {
        ForecastInput input = forecastInput(150_000L, TODAY, SCHOOL_YEAR, ForecastingTest::inSchool);

        Forecast inShort = Forecasting.inShort(input).forecast();

        assertThat(inShort).usingRecursiveComparison().ignoringFields("fan").isEqualTo(Forecasting.of(input));
        assertThat(inShort.fan()).extracting(Forecast.Point::on).containsExactly(LAST);
    }

    @Test
    void a_steady_rate_is_forecast_to_go_on() {
        Forecast forecast = Forecasting.of(forecastInput(170_000L, TODAY, Season.EVEN, day -> 100));

        assertThat(forecast.status()).isEqualTo(Status.FORECAST);
        assertThat(forecast.atHorizon().p50()).isBetween(180_000L, 185_000L);
        assertThat(forecast.atHorizon().p10()).isLessThan(forecast.atHorizon().p50());
        assertThat(forecast.reachedOn().p50()).isBetween("2030-07-15", "2030-09-15");
        assertThat(forecast.probability()).isBetween(0.6, 0.95);
        assertThat(forecast.window()).isEqualTo(new Forecast.Window(LocalDate.of(2026, 1, 9), TODAY));
    }

    @Test
    void a_holiday_does_not_lower_the_forecast() {
        Forecast beforehand = Forecasting.of(
                forecastInput(150_000L, LocalDate.of(2028, 6, 30), SCHOOL_YEAR, ForecastingTest::inSchool));
        Forecast atItsEnd = Forecasting.of(
                forecastInput(150_000L, LocalDate.of(2028, 8, 31), SCHOOL_YEAR, ForecastingTest::inSchool));

        assertThat(atItsEnd.atHorizon().p50())
                .isBetween(
                        beforehand.atHorizon().p50() * 98 / 100,
                        beforehand.atHorizon().p50() * 102 / 100);
    }

    @Test
    void a_season_that_is_not_given_is_learned() {
        Forecast given = Forecasting.of(
                forecastInput(150_000L, LocalDate.of(2028, 8, 31), SCHOOL_YEAR, ForecastingTest::inSchool));
        Forecast learned = Forecasting.of(
                forecastInput(150_000L, LocalDate.of(2028, 8, 31), Season.EVEN, ForecastingTest::inSchool));

        assertThat(learned.atHorizon().p50())
                .isBetween(given.atHorizon().p50() * 95 / 100, given.atHorizon().p50() * 105 / 100);
    }

    /** Half of everything is known after a month, and the rest after two. */
    private static NavigableMap<LocalDate, Long> known(LocalDate through, LocalDate on) {
        return days(through, day -> day.isAfter(on.minusDays(30)) ? 0 : day.isAfter(on.minusDays(60)) ? 50 : 100);
    }

    @Test
    void late_reports_do_not_lower_the_forecast() {
        List<ForecastInput.Known> earlier = IntStream.of(91, 182)
                .mapToObj(TODAY::minusDays)
                .map(day -> new ForecastInput.Known(day, known(day, day)))
                .toList();

        Forecast forecast = Forecasting.of(input(null, TODAY, Season.EVEN, known(TODAY, TODAY), earlier));

        assertThat(forecast.window().to()).isBefore(TODAY.minusDays(50));
        assertThat(forecast.atHorizon().p50()).isBetween(180_000L, 185_000L);
    }

    @Test
    void without_earlier_knowledge_the_newest_four_weeks_are_left_out() {
        var earlier = List.of(new ForecastInput.Known(TODAY.minusDays(91), new TreeMap<>()));

        Forecast forecast = Forecasting.of(input(null, TODAY, Season.EVEN, days(TODAY, day -> 100), earlier));

        assertThat(forecast.window().to()).isEqualTo(TODAY.minusDays(28));
    }

    @Test
    void people_who_are_trained_already_stay_in_the_forecast() {
        ForecastInput surprising =
                forecastInput(null, TODAY, Season.EVEN, day -> day.isAfter(TODAY.minusDays(2)) ? 50_000 : 100);

        Forecast forecast = Forecasting.of(surprising);

        assertThat(forecast.fan().get(0).trained().p10()).isGreaterThanOrEqualTo(surprising.total());
    }

    @Test
    void the_fan_goes_up_and_out_to_the_horizon() {
        List<Forecast.Point> fan = Forecasting.of(forecastInput(null, TODAY, SCHOOL_YEAR, ForecastingTest::inSchool))
                .fan();

        assertThat(fan).hasSize(31);
        assertThat(fan.get(0).on()).isEqualTo("2028-06-30");
        assertThat(fan.get(30).on()).isEqualTo(LAST);
        assertThat(fan.stream().map(point -> point.trained().p10())).isSorted();
        assertThat(fan.stream().map(point -> point.trained().p90())).isSorted();
        assertThat(fan)
                .allMatch(point -> point.trained().p10() <= point.trained().p50()
                        && point.trained().p50() <= point.trained().p90());
    }

    @Test
    void half_a_year_or_few_people_are_insufficient() {
        Forecast early = Forecasting.of(forecastInput(170_000L, FIRST.plusDays(160), Season.EVEN, day -> 100));
        Forecast few =
                Forecasting.of(forecastInput(170_000L, TODAY, Season.EVEN, day -> day.getDayOfMonth() == 1 ? 1 : 0));
        Forecast none = Forecasting.of(forecastInput(170_000L, FIRST.minusDays(1), Season.EVEN, day -> 0));

        assertThat(List.of(early, few, none)).extracting(Forecast::status).containsOnly(Status.INSUFFICIENT_DATA);
        assertThat(early.atHorizon()).isNull();
        assertThat(early.reachedOn()).isNull();
        assertThat(early.probability()).isNull();
    }

    @Test
    void what_is_reached_is_certain_and_what_is_forecast_never_is() {
        Forecast reached = Forecasting.of(forecastInput(1_000L, TODAY, Season.EVEN, day -> 100));
        Forecast sure = Forecasting.of(forecastInput(89_000L, TODAY, Season.EVEN, day -> 100));
        Forecast hopeless = Forecasting.of(forecastInput(90_000_000L, TODAY, Season.EVEN, day -> 100));

        assertThat(reached.reachedOn()).isEqualTo(ForecastBand.certain(LocalDate.of(2026, 1, 10)));
        assertThat(reached.probability()).isEqualTo(1.0);
        assertThat(sure.probability()).isEqualTo(0.99);
        assertThat(hopeless.probability()).isEqualTo(0.01);
        assertThat(hopeless.reachedOn()).isEqualTo(new ForecastBand<>(null, null, null));
    }

    @Test
    void after_the_last_day_it_says_what_happened() {
        Forecast missed = Forecasting.of(forecastInput(190_000L, LAST, Season.EVEN, day -> 100));

        assertThat(missed.status()).isEqualTo(Status.ENDED);
        assertThat(missed.atHorizon()).isEqualTo(ForecastBand.certain(182_600L));
        assertThat(missed.probability()).isZero();
    }

    @Test
    void without_a_target_there_is_nothing_to_reach() {
        Forecast forecast = Forecasting.of(forecastInput(null, TODAY, Season.EVEN, day -> 100));

        assertThat(forecast.reachedOn()).isNull();
        assertThat(forecast.probability()).isNull();
        assertThat(forecast.atHorizon()).isNotNull();
    }

    @Test
    void all_targets_are_reached_when_the_last_of_them_is() {
        ForecastInput surplus = forecastInput(1_000L, TODAY, Season.EVEN, day -> 100);
        ForecastInput shortfall = forecastInput(90_000_000L, TODAY, Season.EVEN, day -> 100);
        ForecastInput sum = forecastInput(null, TODAY, Season.EVEN, day -> 200);

        Forecast together = together(sum, surplus, shortfall);

        assertThat(together.probability()).isEqualTo(0.01);
        assertThat(together.atHorizon().p50()).isBetween(360_000L, 370_000L);
        assertThat(together(sum, surplus, surplus).probability()).isEqualTo(1.0);
    }

    @Test
    void the_short_forecast_of_several_cohorts_has_the_horizon_and_no_months() {
        List<SimulatedCohort> cohorts = List.of(
                Forecasting.inShort(forecastInput(150_000L, TODAY, SCHOOL_YEAR, ForecastingTest::inSchool)),
                Forecasting.inShort(forecastInput(170_000L, TODAY, Season.EVEN, day -> 100)));
        ForecastInput sum = forecastInput(null, TODAY, SCHOOL_YEAR, day -> 100 + inSchool(day));

        Forecast inShort = Forecasting.togetherInShort(sum, cohorts);

        assertThat(inShort)
                .usingRecursiveComparison()
                .ignoringFields("fan")
                .isEqualTo(Forecasting.together(sum, cohorts));
        assertThat(inShort.fan()).extracting(Forecast.Point::on).containsExactly(LAST);
    }

    private static Forecast together(ForecastInput sum, ForecastInput... cohorts) {
        return Forecasting.together(
                sum, Stream.of(cohorts).map(Forecasting::inShort).toList());
    }
}
