package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.qadam.reporting.figures.Plan.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {

    private final Plan plan = new Plan(LocalDate.of(2026, 1, 1), LocalDate.of(2030, 12, 31));

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 0",
        "2026-01-01, 0",
        "2026-01-02, 273",
        "2028-07-01, 249863",
        "2030-12-30, 499726",
        "2030-12-31, 500000",
        "2031-01-01, 500000"
    })
    void half_a_million_is_expected_along_a_straight_line(LocalDate on, long expected) {
        assertThat(plan.expected(500_000, on)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"99996, 99.99", "100000, 100.00", "123456, 123.45", "0, 0.00", "1, 0.00"})
    void a_share_is_rounded_down_and_may_exceed_100(long trained, String percent) {
        assertThat(Plan.percent(100_000, trained)).hasToString(percent);
    }

    @Test
    void of_a_target_of_nothing_there_is_no_share() {
        assertThat(Plan.percent(0, 5)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 500, REACHED",
        "1001, 500, REACHED",
        "526, 500, AHEAD",
        "525, 500, ON_TRACK",
        "475, 500, ON_TRACK",
        "474, 500, BEHIND",
        "0, 0, ON_TRACK",
        "1, 0, AHEAD"
    })
    void on_track_is_within_5_percent_of_expected(long trained, long expected, Status status) {
        assertThat(Plan.status(1000, trained, expected)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"100, 2030-12-01, 102", "1, 2026-01-01, 1", "0, 2026-01-01,", "100, 2030-12-31,", "100, 2031-06-01,"})
    void what_is_missing_is_spread_over_the_months_left_and_rounded_up(long remaining, LocalDate on, Long perMonth) {
        assertThat(plan.requiredPerMonth(remaining, on)).isEqualTo(perMonth);
    }

    @Test
    void the_last_90_days_are_three_months() {
        assertThat(Plan.perMonth(100)).hasToString("33.3");
    }
}
