package kz.qadam.reporting.audit.evidence;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.ofRegion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor whose token names a region reads. */
@ReportingTest
class RegionalAuditTest {

    private final String cohort = "audited-" + UUID.randomUUID();

    private CompletionFixture here;
    private CompletionFixture elsewhere;

    @BeforeEach
    void somebody_is_trained_in_almaty_and_somebody_in_astana() {
        givenCohort(cohort, 10L);
        here = givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        elsewhere = givenTrained(cohort, "KZ-71", "school-3", "2026-03-01");
        awaitTrained(cohort, 2);
    }

    private static ValidatableResponse almaty(String path, String... query) {
        return ofRegion("auditor", "KZ-75", path, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trained", "completions", "completed", "enrolled", "people"})
    void the_evidence_is_of_the_region(String measure) {
        almaty("/v1/audit/evidence", "cohort", cohort, "measure", measure)
                .statusCode(200)
                .body("region", is("KZ-75"))
                .body("total", is(1))
                .body("items.learnerId", contains(here.learner().toString()));
    }

    @Test
    void the_evidence_of_another_region_is_refused() {
        almaty("/v1/audit/evidence", "cohort", cohort, "region", "KZ-71")
                .statusCode(403)
                .body("type", endsWith("/problems/beyond-region"));
    }

    @Test
    void the_evidence_of_an_institution_is_what_it_did_in_the_region() {
        almaty("/v1/audit/evidence", "cohort", cohort, "institution", "school-1")
                .body("total", is(1));
        describeInstitution("school-3", "school", "KZ-71", "active", 1);

        await().untilAsserted(() -> almaty("/v1/audit/evidence", "cohort", cohort, "institution", "school-3")
                .statusCode(200)
                .body("total", is(0))
                .body("items", empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit/evidence", "/v1/audit/evidence?region=KZ-71", "/v1/audit/samples?size=10"})
    void who_is_a_partner_too_reads_no_records_of_others(String path) {
        String both = Tokens.unusual().withRolesIn("KZ-75", "school-1", "partner", "auditor");

        given().auth()
                .oauth2(both)
                .queryParam("cohort", cohort)
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void a_cursor_of_the_whole_list_does_not_lead_out_of_the_region() {
        String cursor = auditor("/v1/audit/evidence", "cohort", cohort, "limit", "1")
                .extract()
                .path("cursor");

        String page = almaty("/v1/audit/evidence", "cohort", cohort, "cursor", cursor)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).doesNotContain(elsewhere.learner().toString());
    }

    @Test
    void a_sample_is_drawn_from_the_region() {
        almaty("/v1/audit/samples", "cohort", cohort, "size", "10")
                .statusCode(200)
                .body("total", is(1))
                .body("strata.region", contains("KZ-75"))
                .body("items", hasSize(1));
    }

    @Test
    void an_event_is_seen_if_it_names_the_region() {
        almaty("/v1/audit/events/" + eventOf(here)).statusCode(200).body("data.region", is("KZ-75"));
        String foreign = almaty("/v1/audit/events/" + eventOf(elsewhere))
                .statusCode(404)
                .extract()
                .asString();
        assertThat(foreign)
                .isEqualTo(almaty("/v1/audit/events/" + UUID.randomUUID())
                        .statusCode(404)
                        .extract()
                        .asString());
    }

    private String eventOf(CompletionFixture completion) {
        return auditor("/v1/audit/evidence", "cohort", cohort, "region", completion.region())
                .extract()
                .path("items[0].events[0].eventId");
    }

    @Test
    void a_receipt_of_another_region_is_answered_like_one_that_does_not_exist() {
        almaty("/v1/receipts/" + here.id()).statusCode(200);
        String foreign = almaty("/v1/receipts/" + elsewhere.id())
                .statusCode(404)
                .extract()
                .asString();
        String unknown = almaty("/v1/receipts/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .asString();

        assertThat(foreign).isEqualTo(unknown);
        almaty("/v1/receipts", "institution", "school-3", "reference", elsewhere.reference())
                .statusCode(200)
                .body("items", empty());
        almaty("/v1/receipts", "institution", "school-1", "reference", here.reference())
                .body("items", hasSize(1));
    }

    @Test
    void the_log_of_readings_says_by_which_region_a_reading_was_narrowed() {
        almaty("/v1/audit/evidence", "cohort", cohort);

        assertThat(auditor("/v1/audit/readings", "limit", "1000").extract().asString())
                .contains("/v1/audit/evidence?cohort=" + cohort + "&region=KZ-75");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/audit/figures/pupils",
                "/v1/audit/revisions/records?from=2026-01-01&cohort=pupils",
                "/v1/audit/hints",
                "/v1/audit/readings",
                "/v1/audit/dead-letters",
                "/v1/audit/recounts/00000000-0000-4000-8000-000000000000"
            })
    void what_is_of_the_whole_country_is_refused(String address) {
        given().auth()
                .oauth2(Tokens.of("auditor", "KZ-75"))
                .get(address)
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/beyond-region"));
    }

    @Test
    void an_auditor_of_a_region_counts_nothing_again() {
        given().auth()
                .oauth2(Tokens.of("auditor", "KZ-75"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/audit/recounts")
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/beyond-region"));
    }

    @Test
    void a_viewer_of_a_region_reads_no_records() {
        ofRegion("viewer", "KZ-75", "/v1/audit/evidence", "cohort", cohort).statusCode(403);
        ofRegion("viewer", "KZ-75", "/v1/receipts/" + here.id()).statusCode(403);
    }
}
