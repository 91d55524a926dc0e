package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"99996, 99.99", "100000, 100.00", "123456, 123.45", "0, 0.00", "1, 0.00"})
    void a_share_is_rounded_down_and_may_exceed_100(long trained, String percent) {
        assertThat(Rates.percent(100_000, trained)).hasToString(percent);
    }

    @Test
    void a_target_of_zero_has_no_percentage() {
        assertThat(Rates.percent(0, 5)).isNull();
    }

    @Test
    void the_last_90_days_are_three_months() {
        assertThat(Rates.perMonth(100)).hasToString("33.3");
    }
}
