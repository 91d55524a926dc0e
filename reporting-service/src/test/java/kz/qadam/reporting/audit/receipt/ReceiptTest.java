package kz.qadam.reporting.audit.receipt;

import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingTest
class ReceiptTest {

    private static final String COHORT = "receipts";

    @BeforeEach
    void seed() {
        givenCatalogue();
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

    @Test
    void a_partner_reads_receipts_of_its_own_completions() {
        CompletionFixture completion = givenTrainingReceived();

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(200).body("counts", is(true));
    }

    @Test
    void a_partner_finds_them_by_its_own_reference() {
        CompletionFixture completion = givenTrainingReceived();

        partner("school-42", "/v1/receipts", "reference", completion.reference())
                .statusCode(200)
                .body("items.completionId", contains(completion.id().toString()));
    }

    @Test
    void another_partner_does_not_find_them() {
        CompletionFixture completion = givenTrainingReceived();

        partner("school-43", "/v1/receipts/" + completion.id()).statusCode(404);
        partner("school-43", "/v1/receipts", "reference", completion.reference())
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void another_partner_may_not_ask_about_them() {
        partner("school-43", "/v1/receipts?institution=school-42&reference=x").statusCode(403);
    }

    @Test
    void an_auditor_names_the_institution_of_a_reference() {
        CompletionFixture completion = givenTrainingReceived();

        auditor("/v1/receipts", "reference", completion.reference(), "institution", "school-42")
                .body("items", hasSize(1));
        auditor("/v1/receipts", "reference", completion.reference()).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/receipts/00000000-0000-0000-0000-000000000001", "/v1/receipts/C-1"})
    void what_is_not_known_has_no_receipt(String path) {
        auditor(path).statusCode(404);
    }

    @Test
    void a_viewer_and_the_public_read_no_receipts() {
        viewer("/v1/receipts/" + UUID.randomUUID()).statusCode(403);
        anonymous("/v1/receipts/" + UUID.randomUUID()).statusCode(401);
    }

    @Test
    void a_suspended_institution_reads_no_receipts() {
        String school = givenSuspendedInstitution();

        partner(school, "/v1/receipts?reference=C-1")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", startsWith("The institution of your token is suspended or closed."));
    }

    @Test
    void a_suspended_institution_reads_what_is_public() {
        partner(givenSuspendedInstitution(), "/v1/progress").statusCode(200);
    }

    @Test
    void an_institution_that_is_active_again_reads_receipts() {
        String school = givenSuspendedInstitution();

        describeInstitution(school, "school", "active", 2);

        await().untilAsserted(
                        () -> partner(school, "/v1/receipts?reference=C-1").statusCode(200));
    }

    private static String givenSuspendedInstitution() {
        String school = "school-" + UUID.randomUUID();
        describeInstitution(school, "school", "suspended", 1);
        await().untilAsserted(
                        () -> partner(school, "/v1/receipts?reference=C-1").statusCode(403));
        return school;
    }

    @Test
    void a_number_of_a_person_as_a_reference_is_refused_and_not_repeated() {
        String answer = partner("school-42", "/v1/receipts?reference=991231100010")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"))
                .body("errors.parameter", contains("reference"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("991231100010");
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
