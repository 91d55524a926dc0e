package kz.qadam.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoJournalTest {

    private static final DemoPlan MONDAYS = new DemoPlan(2026, 0.5, LocalDate.of(2026, 11, 23), 2);
    private static final DemoPlan TUESDAYS = new DemoPlan(2026, 1, LocalDate.of(2026, 11, 24), 5);

    @TempDir
    Path directory;

    @Test
    void a_demo_that_was_cut_short_goes_on_by_the_plan_by_which_it_was_begun() throws Exception {
        DemoJournal.of(directory.resolve("demo"), MONDAYS).note("enrolments from E-1");

        var journal = DemoJournal.of(directory.resolve("demo"), TUESDAYS);

        assertThat(journal.plan()).isEqualTo(MONDAYS);
        assertThat(journal.has("enrolments from E-1")).isTrue();
        assertThat(journal.has("completions from E-1")).isFalse();
        assertThat(journal.isComplete()).isFalse();
    }

    @Test
    void a_journal_of_before_there_was_a_choice_is_of_two_years() throws Exception {
        Files.writeString(directory.resolve("demo"), "2026 0.5 2026-11-23\n");

        assertThat(DemoJournal.of(directory.resolve("demo"), TUESDAYS).plan()).isEqualTo(MONDAYS);
    }

    @Test
    void a_complete_demo_is_recognised() throws Exception {
        DemoJournal.of(directory.resolve("demo"), MONDAYS).complete();

        assertThat(DemoJournal.of(directory.resolve("demo"), TUESDAYS).isComplete())
                .isTrue();
    }
}
