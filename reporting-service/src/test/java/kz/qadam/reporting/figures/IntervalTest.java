package kz.qadam.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "day, 2026-05-01, 2026-05-01, 2026-05-01",
        "week, 2026-05-01, 2026-W18, 2026-04-27",
        "week, 2027-01-01, 2026-W53, 2026-12-28",
        "week, 2024-12-30, 2025-W01, 2024-12-30",
        "month, 2026-05-31, 2026-05, 2026-05-01"
    })
    void a_period_has_a_name_and_a_first_day(String interval, LocalDate day, String name, LocalDate begin) {
        assertThat(SeriesInterval.of(interval).begin(day)).isEqualTo(begin);
        assertThat(SeriesInterval.of(interval).name(begin)).isEqualTo(name);
    }
}
