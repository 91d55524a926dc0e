package kz.qadam.reporting;

import java.util.UUID;

/** Learners whom other services publish events about. */
public final class LearnerFixture {

    private LearnerFixture() {}

    /** A learner who is enrolled, has completed AI-101 on that day, and is trained by it; returns the completion. */
    public static CompletionFixture givenTrained(String cohort, String region, String institution, String day) {
        EnrolmentFixture enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, region, institution)
                .publish();
        return CompletionFixture.under(enrolment, day).publish().publishTrained();
    }

    /** The same, at a school in Almaty. */
    public static CompletionFixture givenTrained(String cohort, String day) {
        return givenTrained(cohort, "KZ-75", "school-42", day);
    }

    /** The second version of the training; the completion that trained the learner was revoked. */
    public static void publishNoLongerTrained(UUID learner, String cohort) {
        publishNoLongerTrained(learner, cohort, "revocation");
    }

    public static void publishNoLongerTrained(UUID learner, String cohort, String cause) {
        publishNoLongerTrained(learner, cohort, 2, cause);
    }

    public static void publishNoLongerTrained(UUID learner, String cohort, long version, String cause) {
        KafkaFixture.publish(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.no-longer-trained.v1",
                learner + "/" + cohort,
                version,
                """
                {"learnerId": "%s", "cohort": "%s", "trained": false, "programmeVersion": 1, "cohortVersion": 1,
                 "cause": "%s", "version": %d, "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(learner, cohort, cause, version));
    }

    /** Two learners are one person; what the absorbed one had is published again under the other. */
    public static void publishMerge(UUID absorbed, UUID surviving) {
        publishAlias(absorbed, surviving, 1);
    }

    /** The merge is undone; what the absorbed one gets back is published again under it. */
    public static void publishSplit(UUID absorbed) {
        publishAlias(absorbed, absorbed, 2);
    }

    /** In this version, a learner leads to another one, or to itself. */
    public static void publishAlias(UUID learner, UUID into, long version) {
        KafkaFixture.publish(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.merged.v1",
                learner.toString(),
                version,
                """
                {"learnerId": "%s", "into": "%s", "version": %d, "recordedAt": "2026-09-01T05:00:00Z"}
                """.formatted(learner, into, version));
    }
}
