package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {

    private static final Instant THROUGH = Instant.parse("2026-11-10T18:59:59.999999Z");

    @Test
    void without_a_release_there_is_no_first_day() {
        assertThat(ReleaseHistory.NONE.firstDay()).isNull();
    }

    @Test
    void month_ends_before_the_first_release_are_no_releases() {
        assertThat(history().firstDay()).isEqualTo("2026-11-10");
    }

    @Test
    void what_was_released_before_the_first_release_has_no_first_day() {
        assertThat(history().until(THROUGH.minusSeconds(1)).firstDay()).isNull();
    }

    private static ReleaseHistory history() {
        LocalDate on = LocalDate.parse("2026-11-10");
        LocalDate monthEnd = LocalDate.parse("2026-10-31");
        var nothing = new ReleasedCoverage.Row(null, 0, null, null, null, null);
        return ReleaseHistory.of(List.of(new Release(
                314,
                THROUGH,
                on,
                THROUGH,
                THROUGH,
                DisclosureRule.VERSION,
                ReleaseRhythm.DAILY,
                List.of(),
                null,
                List.of(),
                null,
                new MonthEnd(THROUGH, monthEnd, null, List.of(), new ReleasedCoverage(30, nothing, List.of())),
                List.of(new PastMonthEnd(LocalDate.parse("2026-09-30"), List.of())))));
    }
}
