package kz.qadam.enrolment.enrolments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.enrolments.VersionOrigin.Event;
import org.junit.jupiter.api.Test;

/** Of whom an enrolment was, when merges are made and undone in any order. */
class LearnerSuccessionTest {

    private static final UUID A = new UUID(0, 0xa);
    private static final UUID B = new UUID(0, 0xb);
    private static final UUID C = new UUID(0, 0xc);
    private static final Instant FIRST = Instant.parse("2026-02-01T09:15:00Z");

    private final List<LearnerSuccession.InVersion> versions = new ArrayList<>();

    private LearnerSuccessionTest then(Event event, UUID learner) {
        int version = versions.size() + 1;
        versions.add(new LearnerSuccession.InVersion(
                new UUID(1, 1), version, event, learner, FIRST.plusSeconds(60L * (version - 1))));
        return this;
    }

    private List<UUID> learners() {
        return LearnerSuccession.of(versions).learners();
    }

    @Test
    void an_enrolment_that_never_moved_was_of_its_learner_only() {
        assertThat(then(Event.ENROLLED, A).then(Event.CORRECTED, A).learners()).containsExactly(A);
    }

    @Test
    void an_enrolment_that_was_merged_twice_was_of_all_three() {
        assertThat(then(Event.ENROLLED, A)
                        .then(Event.MERGED, B)
                        .then(Event.CORRECTED, B)
                        .then(Event.MERGED, C)
                        .learners())
                .containsExactly(A, B, C);
    }

    @Test
    void a_split_leads_back_to_what_was_before_the_merge() {
        then(Event.ENROLLED, A).then(Event.MERGED, B).then(Event.MERGED, C);

        assertThat(then(Event.SPLIT, B).learners()).containsExactly(A, B);
        assertThat(then(Event.SPLIT, A).learners()).containsExactly(A);
    }

    @Test
    void a_learner_that_was_left_by_a_split_is_none_of_the_past_after_a_later_merge() {
        then(Event.ENROLLED, A).then(Event.MERGED, B).then(Event.MERGED, C).then(Event.SPLIT, A);

        assertThat(then(Event.MERGED, C).learners()).containsExactly(A, C);
    }

    @Test
    void an_enrolment_that_the_office_gave_away_was_of_its_new_learner_only() {
        assertThat(then(Event.ENROLLED, B).then(Event.SPLIT, A).learners()).containsExactly(A);
    }

    @Test
    void versions_come_in_any_order() {
        then(Event.ENROLLED, A).then(Event.MERGED, B).then(Event.SPLIT, A).then(Event.MERGED, C);
        Collections.reverse(versions);

        assertThat(learners()).containsExactly(A, C);
        assertThat(LearnerSuccession.of(versions).recordedAt()).isEqualTo(FIRST);
    }
}
