package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import org.junit.jupiter.api.Test;

class CompletionStateTest {

    private static final ProgrammeDays DAYS =
            new ProgrammeDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2030-12-31"));
    private static final Enrolment SINCE_FEBRUARY = new Enrolment(
            UUID.randomUUID(),
            1,
            "school-42",
            "E-1",
            UUID.randomUUID(),
            "AI-101",
            "pupils",
            "KZ-75",
            LocalDate.parse("2025-02-01"));

    @Test
    void a_completion_waits_while_its_enrolment_is_not_known() {
        assertThat(state("2026-05-31", null))
                .isEqualTo(new CompletionState(CompletionStatus.PENDING, false, "enrolment-unknown"));
    }

    @Test
    void a_completion_on_the_day_of_enrolment_is_accepted() {
        assertThat(state("2025-02-01", SINCE_FEBRUARY).status()).isEqualTo(CompletionStatus.ACCEPTED);
    }

    @Test
    void a_completion_before_its_enrolment_is_refused() {
        assertThat(state("2025-01-31", SINCE_FEBRUARY))
                .isEqualTo(new CompletionState(CompletionStatus.REFUSED, false, "before-enrolment"));
    }

    @Test
    void the_first_and_the_last_day_of_the_programme_count() {
        assertThat(state("2026-01-01", SINCE_FEBRUARY).counts()).isTrue();
        assertThat(state("2030-12-31", SINCE_FEBRUARY).counts()).isTrue();
    }

    @Test
    void a_completion_outside_the_programme_is_accepted_and_does_not_count_and_says_so() {
        assertThat(state("2025-12-31", SINCE_FEBRUARY))
                .isEqualTo(new CompletionState(CompletionStatus.ACCEPTED, false, "outside-programme"));
    }

    private static CompletionState state(String on, Enrolment enrolment) {
        return CompletionState.of(LocalDate.parse(on), enrolment, DAYS);
    }
}
