package kz.qadam.reporting.audit.evidence;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.ofRegion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may take a figure apart on a page, and how that is on record. */
@ReportingTest
class EvidencePageAccessTest {

    private final String cohort = "opened-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture here;

    @BeforeEach
    void two_are_trained() {
        givenCohort(cohort, 10L);
        here = givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        givenTrained(cohort, "KZ-71", "school-3", "2026-03-02");
        awaitTrained(cohort, 2);
    }

    @Test
    void a_reading_is_on_record_as_that_of_the_endpoint_is() {
        String query = "measure=trained&cohort=" + cohort + "&on=2026-05-31";
        auditor("/v1/audit/evidence?" + query + "&limit=50").statusCode(200);

        auditorBody("/audit?lang=en&" + query);

        List<Map<String, Object>> entries = entries(cohort);
        assertThat(entries).extracting("action").containsExactly("GET /v1/audit/evidence", "GET /audit");
        assertThat(entries.get(1)).containsAllEntriesOf(without(entries.get(0), "id", "at", "action", "asOf", "batch"));
        assertThat(entries.get(1)).containsEntry("items", 2).doesNotContainEntry("asOf", null);
    }

    private static Map<String, Object> without(Map<String, Object> entry, String... members) {
        Map<String, Object> others = new LinkedHashMap<>(entry);
        others.keySet().removeAll(List.of(members));
        return others;
    }

    private static List<Map<String, Object>> entries(String asked) {
        List<Map<String, Object>> all = auditor("/v1/audit/trail", "kind", "read", "limit", "1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return all.stream()
                .filter(entry -> String.valueOf(entry.get("asked")).contains(asked))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit?lang=en", "/audit?lang=en&cohort=nobody"})
    void where_nothing_is_read_nothing_is_on_record(String address) {
        long before = readings();

        auditorBody(address);

        auditorBody("/audit?lang=en&cohort=" + cohort);
        await().untilAsserted(() -> assertThat(readings()).isEqualTo(before + 1));
    }

    private static long readings() {
        return DatabaseFixture.one("select count(*) from trail where action = 'GET /audit'", Long.class);
    }

    @Test
    void an_auditor_of_a_region_sees_the_region_alone_and_no_way_to_what_is_of_the_country() {
        String page = ofRegion("auditor", "KZ-75", "/audit", "lang", "en", "cohort", cohort, "region", "")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Forms.all(page, "data-cell=\"learner\"[^>]*title=\"([^\"]+)\""))
                .containsExactly(here.learner().toString());
        assertThat(Forms.all(page, "<option value=\"(KZ-[^\"]*|)\"")).containsExactly("KZ-75");
        assertThat(page).contains("people trained: Cohort, Almaty").doesNotContain("/recounts", "data-stage");
        assertThat(entries(cohort))
                .extracting("asked")
                .containsExactly("/v1/audit/evidence?cohort=" + cohort + "&region=KZ-75&limit=50");
        ofRegion("auditor", "KZ-75", "/audit", "cohort", cohort, "region", "KZ-71")
                .statusCode(403);
    }

    @Test
    void who_audits_nothing_does_not_open_it_and_the_office_sees_no_way_to_worklists() {
        ofRegion("viewer", "KZ-75", "/audit", "cohort", cohort).statusCode(403);
        as("viewer").get("/audit").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.unusual().withRolesIn("KZ-75", "school-1", "partner", "auditor"))
                .get("/audit?cohort=" + cohort)
                .then()
                .statusCode(403);

        String page = as("office")
                .get("/audit?cohort=" + cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("id=\"recount\"").doesNotContain("/worklists");
        assertThat(auditorBody("/audit")).contains("/worklists");
    }
}
