package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunRequirementsTest {

    @Test
    void twenty_faults_fifty_thousand_things_and_an_unknown_outcome_count() {
        assertThat(new RunRequirements(20, 50_000, 1).reasons()).isEmpty();
    }

    @Test
    void a_run_in_which_every_request_was_answered_does_not_count() {
        assertThat(new RunRequirements(20, 50_000, 0).reasons())
                .containsExactly("This run does not count: each request was answered, so no outcome was ever unknown.");
    }

    @Test
    void too_few_faults_or_things_do_not_count() {
        assertThat(new RunRequirements(19, 49_999, 1).reasons())
                .containsExactly(
                        "This run does not count: it had 19 faults, and 20 are needed.",
                        "This run does not count: 49,999 enrolments and completions were acknowledged, and 50,000 are needed.");
    }
}
