package kz.qadam.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacitySampleTest {

    private static final long MB = 1_000_000;

    private static final Holding ENROLMENTS = new Holding("progress-service", "enrolment", 110_000, 60, MB);
    private static final Holding COMPLETIONS = new Holding("progress-service", "completion", 90_000, 60, MB);

    @Test
    void what_is_kept_for_ever_grows_with_the_people() {
        var log = new Holding("reporting-service", "event_log", 3_000, 60, 2 * MB);

        assertThat(sample(log, log).bytesInFiles(log)).isEqualTo(2 * MB * 10.0);
    }

    @Test
    void what_is_kept_for_days_has_these_days_of_five_years() {
        var sent = new Holding("progress-service", "sent_event", 3_000, 60, 2 * MB);

        assertThat(sample(sent, sent).bytesInFiles(sent)).isEqualTo(2 * MB * 10.0 * 4 / 1826);
    }

    @Test
    void what_comes_daily_grows_with_the_days() {
        var releases = new Holding("reporting-service", "release", 4, 60, 4_000);
        var later = new Holding("reporting-service", "release", 9, 60, 9_000);

        CapacitySample sample = sample(releases, later);

        assertThat(sample.bytesInFiles(releases)).isEqualTo(1826 * 190.0);
        assertThat(sample.bytesAlone(releases)).isEqualTo(1826 * 190.0);
    }

    @Test
    void rows_that_each_report_alone_brings_have_the_size_of_a_row() {
        var past = new Holding("reporting-service", "rollup_cell_past", 9_000, 60, 900_000);
        // 20 rows a report, of 100 bytes.
        var later = new Holding("reporting-service", "rollup_cell_past", 10_000, 60, 1_000_000);

        assertThat(sample(past, later).bytesAlone(past)).isEqualTo(20 * 100 * 200_000 * 10.0);
    }

    @Test
    void rows_that_come_without_reports_are_left_out() {
        var trail = new Holding("progress-service", "trail", 100, 290, 80_000);
        // 50 for the reports, and 20 for the time.
        var after = new Holding("progress-service", "trail", 170, 290, 80_000);
        var later = new Holding("progress-service", "trail", 190, 290, 80_000);

        var sample = new CapacitySample(
                100_000, List.of(trail, ENROLMENTS, COMPLETIONS), 50, List.of(after), List.of(later));

        assertThat(sample.bytesAlone(trail)).isEqualTo(1 * 420 * 200_000 * 10.0);
    }

    @Test
    void what_reports_alone_do_not_make_larger_is_as_with_files() {
        var cells = new Holding("reporting-service", "rollup_cell", 1_000, 60, 100_000);
        var later = new Holding("reporting-service", "rollup_cell", 1_001, 60, 100_000);

        assertThat(sample(cells, later).bytesAlone(cells)).isGreaterThanOrEqualTo(100_000 * 10.0);
        assertThat(sample(cells, cells).bytesAlone(cells)).isEqualTo(100_000 * 10.0);
    }

    @Test
    void a_topic_has_no_rows_and_grows_by_its_bytes() {
        var topic = Holding.withoutRows("Kafka", "qadam.completions", 10 * MB);
        var later = Holding.withoutRows("Kafka", "qadam.completions", 10 * MB + 50_000);

        assertThat(sample(topic, later).bytesAlone(topic)).isEqualTo(1_000 * 200_000 * 10.0);
    }

    private static CapacitySample sample(Holding inFiles, Holding afterwards) {
        return new CapacitySample(
                100_000, List.of(inFiles, ENROLMENTS, COMPLETIONS), 50, List.of(afterwards), List.of(afterwards));
    }
}
