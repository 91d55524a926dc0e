package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.auditor;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Completions that a figure does not count, and why. */
@ReportingTest
class ExcludedEvidenceTest {

    private final String cohort = "excluded-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void what_trains_nobody_says_why() {
        CompletionFixture first = givenTrained(cohort, "2026-05-01");
        CompletionFixture again = CompletionFixture.of(first.learner(), cohort, "KZ-75", "school-42", "2026-05-02")
                .publish();
        CompletionFixture alone =
                CompletionFixture.of(cohort, "2026-05-03").trainedVersion(0).publish();
        CompletionFixture ahead = CompletionFixture.of(cohort, "2026-05-04").publish();
        CompletionFixture refused = givenRefused("2026-05-05");

        await().untilAsserted(() -> excluded()
                .body("excluded", is(true))
                .body("total", is(4))
                .body(
                        "items.completionId",
                        contains(
                                again.id().toString(),
                                alone.id().toString(),
                                ahead.id().toString(),
                                refused.id().toString()))
                .body(
                        "items.because",
                        contains("another-completion", "requirement-not-met", "in-flight", "before-enrolment")));
    }

    @Test
    void a_completion_that_does_not_count_says_why() {
        CompletionFixture.of(cohort, "2026-05-03").trainedVersion(0).publish();
        givenRefused("2026-05-05");

        await().untilAsserted(() -> excluded("measure", "completions")
                .body("total", is(1))
                .body("items.because", contains("before-enrolment")));
    }

    @Test
    void on_an_earlier_day_a_completion_had_not_happened() {
        givenTrained(cohort, "2026-05-01");
        CompletionFixture.of(cohort, "2026-05-03").trainedVersion(0).publish();
        CompletionFixture.of(cohort, "2026-05-04").publish();
        givenRefused("2026-05-05");

        await().untilAsserted(() -> excluded("measure", "completions", "on", "2026-05-02")
                .body("items.because", contains("after-the-day", "after-the-day", "before-enrolment")));
    }

    @Test
    void a_revoked_completion_says_so() {
        CompletionFixture completion = givenTrained(cohort, "2026-05-01");

        completion.revoked().publish();
        publishNoLongerTrained(completion.learner(), cohort);

        await().untilAsserted(() -> excluded().body("items.because", contains("revoked")));
        auditor("/v1/audit/evidence", "cohort", cohort).body("total", is(0));
    }

    private CompletionFixture givenRefused(String day) {
        return CompletionFixture.of(cohort, day)
                .next("refused", "before-enrolment", "enrolment-corrected")
                .trainedVersion(0)
                .publish();
    }

    private ValidatableResponse excluded(String... more) {
        return auditor("/v1/audit/evidence?excluded=true&cohort=" + cohort, more)
                .statusCode(200);
    }
}
