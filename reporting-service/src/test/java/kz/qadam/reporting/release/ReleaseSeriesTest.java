package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReleaseSeriesTest {

    private static final LocalDate STARTS_ON = LocalDate.parse("2026-01-01");
    private static final ReleaseSeries OPENED_IN_MARCH = opened(ReleaseRhythm.DAILY, "2026-03-15T10:00:00+05:00");

    private static ReleaseSeries opened(ReleaseRhythm rhythm, String at) {
        return new ReleaseSeries(rhythm, STARTS_ON, instant(at), ZoneId.of("Asia/Almaty"));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @Test
    void the_first_release_is_of_the_day_on_which_the_series_was_opened() {
        assertThat(OPENED_IN_MARCH.first().on()).isEqualTo("2026-03-15");
    }

    @Test
    void a_series_opened_in_the_first_instant_of_a_day_begins_with_that_day() {
        assertThat(opened(ReleaseRhythm.DAILY, "2026-03-15T00:00:00+05:00")
                        .first()
                        .on())
                .isEqualTo("2026-03-15");
    }

    @Test
    void a_series_opened_before_the_programme_begins_with_the_first_day_of_the_programme() {
        assertThat(opened(ReleaseRhythm.DAILY, "2025-11-01T10:00:00+05:00")
                        .first()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void a_trial_begins_with_the_minute_in_which_it_was_opened() {
        assertThat(opened(ReleaseRhythm.EACH_MINUTE, "2026-03-15T10:00:30+05:00")
                        .first()
                        .through())
                .isEqualTo("2026-03-15T10:00:59.999999+05:00");
    }

    @Test
    void the_month_ends_before_the_first_release_are_those_since_the_programme_began() {
        assertThat(OPENED_IN_MARCH.monthEndsBefore(OPENED_IN_MARCH.first()))
                .containsExactly(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-28"));
    }

    @Test
    void a_first_release_of_a_month_end_has_the_tables_of_that_day_itself() {
        ReleaseSeries series = opened(ReleaseRhythm.DAILY, "2026-02-28T10:00:00+05:00");

        assertThat(series.monthEndsBefore(series.first())).containsExactly(LocalDate.parse("2026-01-31"));
    }

    @Test
    void nothing_is_due_before_the_first_day_is_over() {
        assertThat(OPENED_IN_MARCH.due(0, instant("2026-03-15T23:59:59+05:00"))).isEmpty();
    }

    @Test
    void all_missed_releases_are_due_and_the_oldest_comes_first() {
        assertThat(OPENED_IN_MARCH.due(OPENED_IN_MARCH.first().number(), instant("2026-03-18T00:00:00+05:00")))
                .extracting(ReleaseDate::on)
                .containsExactly(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-17"));
    }

    @Test
    void of_a_trial_only_the_newest_release_is_due() {
        assertThat(opened(ReleaseRhythm.EACH_MINUTE, "2026-03-15T10:00:30+05:00")
                        .due(0, instant("2026-03-15T10:05:10+05:00")))
                .extracting(ReleaseDate::through)
                .containsExactly(instant("2026-03-15T10:04:59.999999+05:00"));
    }

    @Test
    void a_release_is_not_late_before_six_oclock() {
        assertThat(OPENED_IN_MARCH.late(0, instant("2026-03-16T05:59:59+05:00")))
                .isZero();
    }

    @Test
    void a_release_is_late_from_six_oclock_on() {
        assertThat(OPENED_IN_MARCH.late(0, instant("2026-03-16T06:00:00+05:00")))
                .isEqualTo(1);
    }

    @Test
    void a_trial_is_never_late() {
        assertThat(opened(ReleaseRhythm.EACH_MINUTE, "2026-03-15T10:00:30+05:00")
                        .late(0, instant("2026-03-15T10:05:10+05:00")))
                .isZero();
    }
}
