package kz.qadam.reporting.audit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends of the interval solve {@code (p - share)² = z² p (1 - p) / n}; the expected ones were found so, by other code. */
class AgreeingShareTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0, 0.2775",
        "1, 1, 1, 0.2065, 1",
        "10, 10, 1, 0.7225, 1",
        "38, 41, 0.9268, 0.8057, 0.9748",
        "500, 1000, 0.5, 0.4691, 0.5309"
    })
    void a_share_has_the_interval_of_wilson(long agreeing, long checked, double share, double low, double high) {
        assertThat(AgreeingShare.of(agreeing, checked)).contains(new AgreeingShare(share, low, high));
    }

    @Test
    void of_nothing_there_is_no_share() {
        assertThat(AgreeingShare.of(0, 0)).isEmpty();
    }

    @Test
    void more_checked_records_make_the_interval_narrower() {
        assertThat(width(90, 100)).isLessThan(width(9, 10));
    }

    private static double width(long agreeing, long checked) {
        AgreeingShare share = AgreeingShare.of(agreeing, checked).orElseThrow();
        return share.high() - share.low();
    }
}
