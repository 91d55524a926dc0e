package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.forecast.Forecast.Status;
import org.junit.jupiter.api.Test;

class PublishedForecastsTest {

    private static final String ABAI = "KZ-10";
    private static final LocalDate FIRST = LocalDate.parse("2026-01-31");

    /** The releases of some months in which so many people are trained each month, by two institutions. */
    private static List<Release> months(int months, long eachMonth, Long target, boolean hasOthers) {
        ExactFixture exact = new ExactFixture().cohort("pupils", target);
        List<Release> releases = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            LocalDate end = FIRST.plusDays(1).plusMonths(month).minusDays(1);
            exact.people("pupils", times(eachMonth / 2, trained(ABAI, "school-1")))
                    .people("pupils", times(eachMonth - eachMonth / 2, trained(ABAI, "school-2")));
            MonthEndTables monthEnd = exact.monthEnd(end.toString());
            releases.add(exact.release(end.toString(), monthEnd, List.of(), ReleasedTrainedHistory.of(releases)));
            LocalDate day = end.plusDays(1);
            while (hasOthers && month < months - 1 && day.getDayOfMonth() < 20) {
                releases.add(exact.release(day.toString(), monthEnd, List.of(), ReleasedTrainedHistory.of(releases)));
                day = day.plusDays(6);
            }
        }
        return releases;
    }

    private static Forecast last(List<Release> releases) {
        return releases.get(releases.size() - 1).cohort("pupils").orElseThrow().forecast();
    }

    @Test
    void there_is_none_below_a_thousand_trained() {
        assertThat(last(months(12, 83, 20_000L, false)).status()).isEqualTo(Status.INSUFFICIENT_DATA);
    }

    @Test
    void people_are_thousands() {
        Forecast forecast = last(months(12, 123, 20_000L, false));

        assertThat(forecast.status()).isEqualTo(Status.FORECAST);
        assertThat(forecast.fan())
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.trained().p50() % 1_000).isZero());
        assertThat(forecast.atHorizon().p90() % 1_000).isZero();
    }

    @Test
    void days_are_month_ends() {
        Forecast forecast = last(months(12, 500, 9_000L, false));

        assertThat(List.of(
                        forecast.window().from(),
                        forecast.window().to(),
                        forecast.reachedOn().p50()))
                .allSatisfy(day -> assertThat(day).isEqualTo(day.withDayOfMonth(day.lengthOfMonth())));
    }

    @Test
    void a_probability_is_a_step_of_a_twentieth_and_certain_only_if_it_is() {
        Forecast forecast = last(months(12, 150, 9_000L, false));

        assertThat(forecast.probability()).isBetween(0.05, 0.95);
        assertThat(forecast.probability() * 20).isEqualTo(Math.rint(forecast.probability() * 20));
    }

    @Test
    void equal_releases_have_equal_forecasts() {
        assertThat(last(months(12, 123, 20_000L, false))).isEqualTo(last(months(12, 123, 20_000L, false)));
    }

    @Test
    void releases_that_repeat_the_number_of_a_month_end_do_not_change_the_forecast() {
        assertThat(last(months(12, 123, 20_000L, true))).isEqualTo(last(months(12, 123, 20_000L, false)));
    }

    /** The country moves weekly, its forecast with it; 5 January 2027 is a Tuesday. */
    @Test
    void people_who_are_trained_between_two_week_ends_do_not_change_the_forecast() {
        List<Release> releases = months(12, 123, 20_000L, false);

        Release between = new ExactFixture()
                .cohort("pupils", 20_000L)
                .people("pupils", times(5_000, trained(ABAI, "school-2")))
                .withoutNewNumbers("2027-01-05", releases.get(releases.size() - 1));

        assertThat(last(List.of(between))).isEqualTo(last(releases));
    }

    @Test
    void all_cohorts_together_have_one_only_if_each_cohort_with_a_target_has_a_thousand_trained() {
        ExactFixture exact = new ExactFixture()
                .cohort("business", 80_000L)
                .cohort("pupils", 500_000L)
                .people("business", times(2_000, trained(ABAI, "centre")))
                .people("pupils", times(999, trained(ABAI, "school-1")));

        assertThat(exact.release("2026-04-30", exact.monthEnd("2026-04-30"), List.of())
                        .total()
                        .status())
                .isEqualTo(Status.INSUFFICIENT_DATA);
    }
}
