package kz.qadam.reporting.audit.receipt;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.now;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class ReceiptTest {

    private static final String COHORT = "receipts";

    @BeforeEach
    void seed() {
        givenCohort(COHORT, 10L);
    }

    @Test
    void a_completion_that_counts_says_so() {
        CompletionFixture completion = reported().publish().publishTrained();

        await().untilAsserted(() -> receipt(completion)
                .statusCode(200)
                .body("status", is("accepted"))
                .body("counts", is(true))
                .body("because", nullValue())
                .body("training.makesTrained", is(true))
                .body("training.because", nullValue()));
    }

    @Test
    void a_completion_that_counts_says_since_when_and_where_its_event_is() {
        CompletionFixture completion = givenTrainingReceived();

        int received = receipt(completion)
                .body("received.at", notNullValue())
                .body("events", hasSize(1))
                .body("events[0].type", is("kz.qadam.completion.recorded.v1"))
                .body("events[0].topic", is("qadam.completions"))
                .body("events[0].offset", notNullValue())
                .extract()
                .path("received.batch");

        receipt(completion).body("countsSince.batch", is(received)).body("events[0].known.batch", is(received));
    }

    @Test
    void the_event_of_a_receipt_can_be_read() {
        CompletionFixture completion = givenTrainingReceived();
        String event = receipt(completion).extract().path("events[0].eventId");

        auditor("/v1/audit/events/" + event).statusCode(200).body("data.reference", is(completion.reference()));
    }

    @Test
    void until_its_training_is_published_it_is_in_flight() {
        CompletionFixture completion = reported().publish();

        await().untilAsserted(() -> receipt(completion)
                .body("counts", is(true))
                .body("training.makesTrained", is(false))
                .body("training.because", is("in-flight")));
    }

    @Test
    void one_that_came_second_says_that_another_trained_the_learner() {
        CompletionFixture first = reported().publish().publishTrained();
        CompletionFixture second = CompletionFixture.of(first.learner(), COHORT, "KZ-75", "school-42", "2026-06-02")
                .publish();

        await().untilAsserted(() -> receipt(second)
                .body("counts", is(true))
                .body("training.makesTrained", is(false))
                .body("training.because", is("another-completion")));
    }

    @Test
    void one_that_is_not_enough_says_so() {
        CompletionFixture completion = reported().trainedVersion(0).publish();

        await().untilAsserted(() -> receipt(completion).body("training.because", is("requirement-not-met")));
    }

    @Test
    void a_revoked_one_does_not_count_any_more_and_did() {
        CompletionFixture completion = givenTrainingReceived();
        String then = now();

        completion.revoked().publish();
        publishNoLongerTrained(completion.learner(), COHORT);

        await().untilAsserted(() -> receipt(completion)
                .body("status", is("revoked"))
                .body("version", is(2))
                .body("counts", is(false))
                .body("countsSince", nullValue())
                .body("because", is("revoked"))
                .body("training.because", is("does-not-count"))
                .body("events.version", contains(1, 2)));
        receipt(completion, "asOf", then).body("counts", is(true)).body("training.makesTrained", is(true));
    }

    @Test
    void one_whose_enrolment_is_not_known_any_more_waits_and_does_not_count() {
        CompletionFixture completion = givenTrainingReceived();

        completion.pending().publish();

        await().untilAsserted(() -> receipt(completion)
                .body("status", is("pending"))
                .body("counts", is(false))
                .body("because", is("pending"))
                .body("training.because", is("in-flight")));
    }

    @Test
    void one_that_waits_does_not_count_when_its_learner_is_no_longer_trained() {
        CompletionFixture completion = givenTrainingReceived();

        completion.pending().publish();
        publishNoLongerTrained(completion.learner(), COHORT);

        await().untilAsserted(() -> receipt(completion).body("training.because", is("does-not-count")));
    }

    @Test
    void on_an_earlier_day_it_had_not_happened() {
        CompletionFixture completion = reported().publish().publishTrained();

        await().untilAsserted(() -> receipt(completion, "on", "2026-05-30")
                .body("counts", is(false))
                .body("because", is("after-the-day"))
                .body("training.because", is("after-the-day")));
    }

    private static CompletionFixture givenTrainingReceived() {
        CompletionFixture completion = reported().publish().publishTrained();
        await().untilAsserted(() -> receipt(completion).body("training.makesTrained", is(true)));
        return completion;
    }

    private static CompletionFixture reported() {
        return CompletionFixture.of(COHORT, "2026-05-31");
    }

    private static ValidatableResponse receipt(CompletionFixture completion, String... query) {
        return auditor("/v1/receipts/" + completion.id(), query);
    }
}
