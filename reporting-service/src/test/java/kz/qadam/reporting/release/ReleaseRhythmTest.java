package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRhythmTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");

    @Nested
    class Daily {

        private static ReleaseDate date(long number) {
            return ReleaseRhythm.DAILY.date(number, STARTS_ON, ALMATY);
        }

        @Test
        void the_first_release_contains_the_first_day_of_the_programme() {
            assertThat(date(1).on()).isEqualTo(STARTS_ON);
        }

        @Test
        void a_release_contains_all_of_its_local_day() {
            assertThat(date(1).through()).isEqualTo("2026-01-01T23:59:59.999999+05:00");
        }

        @Test
        void a_release_is_public_from_six_oclock_of_the_next_day() {
            assertThat(date(1).publicFrom()).isEqualTo("2026-01-02T06:00:00+05:00");
        }

        @Test
        void the_next_release_is_public_a_day_later() {
            assertThat(date(1).nextPublicFrom()).isEqualTo(date(2).publicFrom());
        }

        @Test
        void numbers_are_days_since_the_programme_began() {
            assertThat(date(366).on()).isEqualTo("2027-01-01");
        }

        @ParameterizedTest
        @CsvSource({"30, false", "31, true", "59, true", "60, false", "365, true"})
        void the_last_day_of_a_month_is_a_month_end(long number, boolean isMonthEnd) {
            assertThat(date(number).isMonthEnd()).isEqualTo(isMonthEnd);
        }

        @ParameterizedTest
        @CsvSource({"3, false", "4, true", "5, false", "11, true"})
        void a_week_ends_on_sunday(long number, boolean isWeekEnd) {
            assertThat(date(number).isWeekEnd()).isEqualTo(isWeekEnd);
        }

        @ParameterizedTest
        @CsvSource({"31, 2026-01-31", "32, 2026-01-31", "58, 2026-01-31", "59, 2026-02-28"})
        void a_release_has_the_tables_of_the_last_month_end(long number, LocalDate monthEnd) {
            assertThat(date(number).monthEnd()).isEqualTo(monthEnd);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-01-01T00:00:00+05:00, 0",
            "2026-01-01T23:59:59.999999+05:00, 0",
            "2026-01-02T00:00:00+05:00, 1",
            "2026-01-03T12:00:00+05:00, 2",
            "2025-12-31T12:00:00+05:00, -1"
        })
        void the_newest_release_is_of_the_last_whole_day(String now, long number) {
            assertThat(ReleaseRhythm.DAILY.newest(
                            java.time.OffsetDateTime.parse(now).toInstant(), STARTS_ON, ALMATY))
                    .isEqualTo(number);
        }
    }

    @Nested
    class EachMinute {

        private static ReleaseDate date(long number) {
            return ReleaseRhythm.EACH_MINUTE.date(number, STARTS_ON, ALMATY);
        }

        @Test
        void a_release_contains_all_of_its_minute() {
            assertThat(date(1).through()).isEqualTo("2026-01-01T00:00:59.999999+05:00");
        }

        @Test
        void a_release_is_public_when_its_minute_is_over() {
            assertThat(date(1).publicFrom()).isEqualTo("2026-01-01T00:01:00+05:00");
        }

        @Test
        void the_last_minute_of_a_day_belongs_to_that_day() {
            assertThat(date(1_440).on()).isEqualTo(STARTS_ON);
        }

        @Test
        void each_minute_counts_as_the_end_of_a_week_and_of_a_month() {
            assertThat(date(17).isWeekEnd()).isTrue();
            assertThat(date(17).isMonthEnd()).isTrue();
            assertThat(date(17).monthEnd()).isEqualTo(date(17).on());
        }

        @Test
        void the_newest_release_is_of_the_last_whole_minute() {
            assertThat(ReleaseRhythm.EACH_MINUTE.newest(Instant.parse("2025-12-31T19:02:59.999Z"), STARTS_ON, ALMATY))
                    .isEqualTo(2);
        }
    }
}
