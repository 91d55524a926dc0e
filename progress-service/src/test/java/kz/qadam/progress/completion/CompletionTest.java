package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.learner.StateChangeCause;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T05:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T05:00:00Z");
    private static final CompletionState PENDING =
            new CompletionState(CompletionStatus.PENDING, false, "enrolment-unknown");
    private static final CompletionState ACCEPTED = new CompletionState(CompletionStatus.ACCEPTED, true, null);
    private static final CompletionContent CONTENT = content("2026-05-31", "0.5");
    private static final EnrolmentMembers ENROLLED =
            new EnrolmentMembers(UUID.randomUUID(), UUID.randomUUID(), "pupils", "AI-101", "KZ-75");

    @Test
    void a_state_that_says_the_same_is_none() {
        assertThat(accepted().transitionTo(content("2026-05-31", "0.50"), ACCEPTED, ENROLLED, on(TUESDAY)))
                .isEmpty();
    }

    @Test
    void another_content_is_the_next_version() {
        assertThat(accepted().transitionTo(content("2026-05-30", "0.5"), ACCEPTED, ENROLLED, on(TUESDAY)))
                .hasValueSatisfying(change -> {
                    assertThat(change.after().version()).isEqualTo(2);
                    assertThat(change.after().recordedAt()).isEqualTo(MONDAY);
                    assertThat(change.after().origin().at()).isEqualTo(TUESDAY);
                });
    }

    @Test
    void a_state_is_never_older_than_the_one_it_replaces() {
        Completion later = Completion.first(
                UUID.randomUUID(), new CompletionKey("school-42", "C-1"), CONTENT, ACCEPTED, ENROLLED, on(TUESDAY));

        assertThat(later.transitionTo(content("2026-05-30", "0.5"), ACCEPTED, ENROLLED, on(MONDAY)))
                .hasValueSatisfying(
                        change -> assertThat(change.after().origin().at()).isEqualTo(TUESDAY));
    }

    @Test
    void what_waits_has_waited_since_it_began_to_also_when_it_is_corrected() {
        assertThat(pending().transitionTo(content("2026-05-30", "0.5"), PENDING, null, on(TUESDAY)))
                .hasValueSatisfying(
                        change -> assertThat(change.after().pendingSince()).isEqualTo(MONDAY));
    }

    @Test
    void what_waits_again_has_waited_since_then() {
        assertThat(accepted().transitionTo(content("2026-05-30", "0.5"), PENDING, null, on(TUESDAY)))
                .hasValueSatisfying(
                        change -> assertThat(change.after().pendingSince()).isEqualTo(TUESDAY));
    }

    @Test
    void what_waits_no_more_has_no_such_day() {
        assertThat(pending().transitionTo(CONTENT, ACCEPTED, ENROLLED, on(TUESDAY)))
                .hasValueSatisfying(
                        change -> assertThat(change.after().pendingSince()).isNull());
    }

    @Test
    void two_changes_are_one_to_those_who_hear_of_it() {
        CompletionChange first = accepted()
                .transitionTo(content("2026-05-30", "0.5"), ACCEPTED, ENROLLED, on(TUESDAY))
                .orElseThrow();
        CompletionChange second = first.after()
                .transitionTo(content("2026-05-29", "0.5"), PENDING, null, on(TUESDAY))
                .orElseThrow();

        CompletionChange both = first.followedBy(second);

        assertThat(both.before().version()).isEqualTo(1);
        assertThat(both.after().version()).isEqualTo(3);
        assertThat(both.pendingChange()).isEqualTo(1);
    }

    @Test
    void a_correction_leaves_what_it_does_not_mention() {
        var post = new CorrectionPost(
                null, "C-1", null, LocalDate.parse("2026-05-30"), CompletionDetails.NONE, "why", null);

        assertThat(post.appliedTo(
                        new CompletionContent("E-1", LocalDate.parse("2026-05-31"), details("1", "A")), false))
                .isEqualTo(new CompletionContent("E-1", LocalDate.parse("2026-05-30"), details("1", "A")));
    }

    private static Completion accepted() {
        return Completion.first(
                UUID.randomUUID(), new CompletionKey("school-42", "C-1"), CONTENT, ACCEPTED, ENROLLED, on(MONDAY));
    }

    private static Completion pending() {
        return Completion.first(
                UUID.randomUUID(), new CompletionKey("school-42", "C-1"), CONTENT, PENDING, null, on(MONDAY));
    }

    private static StateOrigin on(Instant at) {
        return new StateOrigin(at, StateChangeCause.CORRECTED, "why", "partner");
    }

    private static CompletionContent content(String on, String score) {
        return new CompletionContent("E-1", LocalDate.parse(on), details(score, null));
    }

    private static CompletionDetails details(String score, String certificate) {
        return new CompletionDetails(new BigDecimal(score), certificate, CompletionDetails.Published.NONE);
    }
}
