package kz.qadam.reporting.audit.receipt;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
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
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class ReceiptTest {

    private static final String COHORT = "receipts";

    @BeforeEach
    void seed() {
        Events.seed();
        Events.cohort(COHORT, 10L);
    }

    @Test
    void a_completion_that_counts_says_since_when_and_where_its_events_are() {
        Reported completion = reported().told().trains();

        await().untilAsserted(() -> receipt(completion)
                .statusCode(200)
                .body("status", is("accepted"))
                .body("counts", is(true))
                .body("because", nullValue())
                .body("training.makesTrained", is(true))
                .body("training.because", nullValue()));
        int received = receipt(completion)
                .body("received.at", notNullValue())
                .body("events", hasSize(1))
                .body("events[0].type", is("kz.qadam.completion.recorded.v1"))
                .body("events[0].topic", is("qadam.completions"))
                .body("events[0].offset", notNullValue())
                .extract()
                .path("received.batch");
        receipt(completion).body("countsSince.batch", is(received)).body("events[0].known.batch", is(received));
        auditor("/v1/audit/events/" + receipt(completion).extract().path("events[0].eventId"))
                .statusCode(200)
                .body("data.reference", is(completion.reference()));
    }

    @Test
    void until_its_training_is_told_it_is_in_flight() {
        Reported completion = reported().told();

        await().untilAsserted(() -> receipt(completion)
                .body("counts", is(true))
                .body("training.makesTrained", is(false))
                .body("training.because", is("in-flight")));
    }

    @Test
    void one_that_came_second_says_that_another_trained_the_learner() {
        Reported first = reported().told().trains();
        Reported second = Reported.of(first.learner(), COHORT, "KZ-75", "school-42", "2026-06-02")
                .told();

        await().untilAsserted(() -> receipt(second)
                .body("counts", is(true))
                .body("training.makesTrained", is(false))
                .body("training.because", is("another-completion")));
    }

    @Test
    void one_that_is_not_enough_says_so() {
        Reported completion = reported().judgedBy(0).told();

        await().untilAsserted(() -> receipt(completion).body("training.because", is("requirement-not-met")));
    }

    @Test
    void a_revoked_one_does_not_count_any_more_and_did() {
        Reported completion = reported().told().trains();
        await().untilAsserted(() -> receipt(completion).body("training.makesTrained", is(true)));
        String then = exact("/v1/progress").extract().path("asOf");

        completion.revoked().told();
        Events.noLongerTrained(completion.learner(), COHORT, 2);

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
        Reported completion = reported().told().trains();
        await().untilAsserted(() -> receipt(completion).body("counts", is(true)));

        completion.next("pending", null, "corrected").told();

        await().untilAsserted(
                        () -> receipt(completion).body("status", is("pending")).body("counts", is(false)));
        receipt(completion).body("because", is("pending")).body("training.because", is("in-flight"));
        Events.noLongerTrained(completion.learner(), COHORT, 2);
        await().untilAsserted(() -> receipt(completion).body("training.because", is("does-not-count")));
    }

    @Test
    void on_an_earlier_day_it_had_not_happened() {
        Reported completion = reported().told().trains();

        await().untilAsserted(() -> receipt(completion, "on", "2026-05-30")
                .body("counts", is(false))
                .body("because", is("after-the-day"))
                .body("training.because", is("after-the-day")));
    }

    @Test
    void a_partner_asks_by_its_own_reference_and_about_its_own_alone() {
        Reported completion = reported().told().trains();
        await().untilAsserted(() -> receipt(completion).statusCode(200));

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(200).body("counts", is(true));
        partner("school-42", "/v1/receipts?reference=" + completion.reference())
                .statusCode(200)
                .body("items.completionId", contains(completion.id().toString()));
        partner("school-43", "/v1/receipts/" + completion.id()).statusCode(404);
        partner("school-43", "/v1/receipts?reference=" + completion.reference())
                .statusCode(200)
                .body("items", empty());
        partner("school-43", "/v1/receipts?institution=school-42&reference=x").statusCode(403);
        auditor("/v1/receipts", "reference", completion.reference(), "institution", "school-42")
                .body("items", hasSize(1));
        auditor("/v1/receipts", "reference", completion.reference()).statusCode(400);
    }

    @Test
    void what_is_not_known_has_no_receipt() {
        auditor("/v1/receipts/" + UUID.randomUUID()).statusCode(404);
        auditor("/v1/receipts/C-1").statusCode(404);
        exact("/v1/receipts/" + UUID.randomUUID()).statusCode(403);
        byAnybody("/v1/receipts/" + UUID.randomUUID()).statusCode(401);
    }

    private static Reported reported() {
        return Reported.of(UUID.randomUUID(), COHORT, "KZ-75", "school-42", "2026-05-31");
    }

    private static ValidatableResponse receipt(Reported completion, String... query) {
        return auditor("/v1/receipts/" + completion.id(), query);
    }

    private static ValidatableResponse partner(String institution, String path) {
        return given().auth()
                .oauth2(Tokens.of("partner", institution))
                .get(path)
                .then();
    }

    @Test
    void a_suspended_institution_reads_no_receipt_and_still_what_is_public() {
        String school = "school-" + UUID.randomUUID();
        Events.institution(school, 1, "suspended");

        await().untilAsserted(() -> partner(school, "/v1/receipts?reference=C-1")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", startsWith("The institution of your token is suspended or closed.")));
        partner(school, "/v1/progress").statusCode(200);

        Events.institution(school, 2, "active");

        await().untilAsserted(
                        () -> partner(school, "/v1/receipts?reference=C-1").statusCode(200));
    }

    @Test
    void a_number_as_a_reference_is_refused_and_not_repeated() {
        String answer = partner("school-42", "/v1/receipts?reference=991231100010")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"))
                .body("errors.parameter", contains("reference"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("991231100010");
    }
}
