package kz.qadam.reporting.audit.hint;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ErasureFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors say what they have found out about hints. */
@ReportingTest
class HintSettlementTest {

    private static final String MONTH = "2026-07";

    private final String cohort = "settled-" + UUID.randomUUID().toString().substring(0, 8);
    private EnrolmentFixture enrolment;
    private CompletionFixture late;
    private String id;

    @BeforeEach
    void a_course_is_completed_after_the_withdrawal() {
        givenCohort(cohort, 10L);
        enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "hint-settled")
                .withdrawnOn("2026-07-10")
                .publish();
        late = CompletionFixture.under(enrolment, "2026-07-11").publish();
        id = await().until(() -> hints().extract().path(hint("id")), found -> found != null);
    }

    @Test
    void a_settled_hint_says_what_was_found_out() {
        settle("explained", "a correction of the withdrawal is on its way", null)
                .statusCode(201)
                .header("ETag", is("\"1\""));

        hints().body(hint("settled"), is(true))
                .body(hint("settlement.outcome"), is("explained"))
                .body(hint("settlement.reason"), is("a correction of the withdrawal is on its way"))
                .body(hint("settlement.version"), is(1));
        auditor("/v1/audit/trail", "subject", id, "kind", "write").body("items.reason", contains("explained"));
    }

    @Test
    void an_answer_about_the_past_says_nothing_of_settlements() {
        String asOf = now();
        String before = hints("asOf", asOf).extract().asString();

        settle("explained", "a good reason", null).statusCode(201);

        assertThat(hints("asOf", asOf)
                        .body(hint("keySet()"), not(hasKey("settled")))
                        .extract()
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void another_settlement_replaces_the_version_that_was_read() {
        settle("explained", "a good reason", null).statusCode(201);

        settle("explained", "a good reason", null).statusCode(200);
        settle("corrected", "the day was wrong", null).statusCode(428);
        settle("corrected", "the day was wrong", "\"3\"").statusCode(412);
        settle("corrected", "the day was wrong", "\"1\"").statusCode(200).header("ETag", is("\"2\""));

        hints().body(hint("settlement.outcome"), is("corrected"));
    }

    @Test
    void a_settlement_needs_a_reason_that_names_nobody_and_a_hint_of_the_month() {
        settle("explained", "ask aigerim@school.kz", null).statusCode(422);
        put(MONTH, id, Map.of("outcome", "explained"), null)
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        put("2026-06", id, Map.of("outcome", "explained", "reason", "a good reason"), null)
                .statusCode(404);
        put("July", id, Map.of("outcome", "explained", "reason", "a good reason"), null)
                .statusCode(400);

        hints().body(hint("settled"), is(false));
    }

    @Test
    void an_erasure_overwrites_the_reason_and_none_is_kept_later() {
        settle("explained", "a good reason", null).statusCode(201);

        new ErasureFixture(late.learner(), enrolment.id(), late.id()).erase();

        await().untilAsserted(() -> hints().body(hint("settlement.reason"), nullValue()));
        settle("corrected", "another reason", "\"1\"").statusCode(200).body("reason", nullValue());
    }

    @Test
    void only_auditors_of_the_country_settle() {
        for (String role : new String[] {"office", "viewer"}) {
            as(role).contentType("application/json")
                    .body(Map.of("outcome", "explained", "reason", "a good reason"))
                    .put(path(MONTH, id))
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/problems/forbidden"));
        }
    }

    private ValidatableResponse settle(String outcome, String reason, String version) {
        return put(MONTH, id, Map.of("outcome", outcome, "reason", reason), version);
    }

    private static ValidatableResponse put(String month, String id, Map<String, String> body, String version) {
        var request = version == null ? as("auditor") : as("auditor").header("If-Match", version);
        return request.contentType("application/json")
                .body(body)
                .put(path(month, id))
                .then();
    }

    private static String path(String month, String id) {
        return "/v1/audit/hints/" + month + "/" + id + "/settlement";
    }

    private static ValidatableResponse hints(String... query) {
        return auditor("/v1/audit/hints?month=" + MONTH, query).statusCode(200);
    }

    /** A member of the hint about the learner. */
    private String hint(String member) {
        return "hints.find { it.learnerId == '%s' }.%s".formatted(late.learner(), member);
    }
}
