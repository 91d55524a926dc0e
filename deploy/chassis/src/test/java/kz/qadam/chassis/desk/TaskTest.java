package kz.qadam.chassis.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final String KIND = "parked-events";
    private static final LocalDate JUNE = LocalDate.parse("2026-06-10");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    @Test
    void a_kind_without_a_text_is_none() {
        assertThatThrownBy(() -> new Task("unheard-of", 1, null, null, "/")).hasMessageContaining("task.unheard-of");
    }

    @Test
    void nothing_is_no_task() {
        assertThatThrownBy(() -> new Task(KIND, 0, null, null, "/")).hasMessageContaining(KIND);
    }

    @Test
    void the_text_has_the_number() {
        assertThat(new Task(KIND, 1_234, null, null, "/").text().in(Language.EN))
                .isEqualTo("Events that cannot be sent: 1,234");
    }

    @Test
    void what_has_a_last_day_comes_first_and_then_what_waits_longest() {
        Task july = task(null, JULY);
        Task june = task(null, JUNE);
        Task old = task(Instant.EPOCH, null);
        Task young = task(Instant.EPOCH.plusSeconds(1), null);
        Task since = task(null, null);

        assertThat(Stream.of(since, young, july, old, june).sorted(DeskTasks.FIRST_TO_LAST))
                .containsExactly(june, july, old, young, since);
    }

    private static Task task(Instant oldest, LocalDate until) {
        return new Task(KIND, 1, oldest, until, "/");
    }
}
