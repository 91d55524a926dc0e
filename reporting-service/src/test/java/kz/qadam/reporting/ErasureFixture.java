package kz.qadam.reporting;

import static kz.qadam.reporting.KafkaFixture.awaitIntake;

import java.util.UUID;

/** What the other services say when a learner with one enrolment and one completion is blocked and erased. */
public record ErasureFixture(UUID learner, UUID enrolment, UUID completion) {

    public void block() {
        enrolmentServiceSays("blocked", 1);
    }

    public void erase() {
        enrolmentServiceSays("erased", 2);
        progressServiceSays(1, newReference());
    }

    /** What the completion is called after the erasure. */
    public String newReference() {
        return "erased-000001-" + completion;
    }

    public void progressServiceSays(int version, String reference) {
        KafkaFixture.publish(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.completions-erased.v1",
                "erasure/" + learner,
                version,
                """
                {"learnerId": "%1$s", "learners": ["%1$s"], "version": %4$d, "recordedAt": "2026-07-01T05:00:00Z",
                 "completions": [{"completionId": "%2$s", "reference": "%3$s"}]}
                """.formatted(learner, completion, reference, version));
        awaitIntake("qadam.completions", learner.toString());
    }

    public void enrolmentServiceSays(String state, int version) {
        publish(state, version);
        awaitIntake("qadam.enrolments", learner.toString());
    }

    /** Does not wait until it is taken in. */
    public void publish(String state, int version) {
        KafkaFixture.publish(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.erased.v1",
                "erasure/" + learner,
                version,
                """
                {"learnerId": "%1$s", "state": "%2$s", "learners": ["%1$s"], "enrolments": ["%3$s"], "version": %4$d,
                 "recordedAt": "2026-07-01T05:00:00Z"}
                """.formatted(learner, state, enrolment, version));
    }
}
