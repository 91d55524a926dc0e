package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of persons are read by auditors alone, and each reading is kept. */
@ReportingTest
class EvidenceAccessTest {

    @BeforeEach
    void a_cohort() {
        givenCohort("evidence-read", 10L);
        awaitCohort("evidence-read");
    }

    @Test
    void each_reading_is_kept() {
        auditor("/v1/audit/evidence", "cohort", "evidence-read", "limit", "17").statusCode(200);

        assertThat(allReadings())
                .anyMatch(asked -> asked.contains("cohort=evidence-read") && asked.contains("limit=17"));
    }

    private static List<String> allReadings() {
        List<String> all = new ArrayList<>();
        List<String> page;
        String[] after = {};
        do {
            ValidatableResponse answer =
                    auditor("/v1/audit/readings?limit=1000", after).statusCode(200);
            page = answer.extract().path("items.asked");
            all.addAll(page);
            after = new String[] {"cursor", answer.extract().path("cursor")};
        } while (page.size() == 1000);
        return all;
    }

    @Test
    void a_reading_says_who_read_what() {
        auditor("/v1/audit/evidence", "cohort", "evidence-read").statusCode(200);

        auditor("/v1/audit/readings", "limit", "1")
                .body("items[0].roles", contains("auditor"))
                .body("items[0].subject", notNullValue())
                .body("items[0].asked", containsString("/v1/audit/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audit/readings", "/v1/audit/evidence?cohort=total"})
    void a_viewer_reads_no_records(String path) {
        viewer(path).statusCode(403);
    }

    @Test
    void the_public_reads_no_records() {
        anonymous("/v1/audit/evidence", "cohort", "evidence-read").statusCode(401);
    }

    @Test
    void a_cohort_must_be_named() {
        auditor("/v1/audit/evidence").statusCode(400).body("errors[0].parameter", is("cohort"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cohort=nobody",
                "cohort=total&region=KZ-99",
                "cohort=total&institution=nobody",
                "cohort=total&course=nothing",
                "cohort=total&area=arts",
                "cohort=total&kind=museum"
            })
    void what_is_not_known_is_not_found(String query) {
        auditor("/v1/audit/evidence?" + query).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measure=enrolled&excluded=true", "month=May", "measure=hours", "cursor=?&limit=5"})
    void what_cannot_be_asked_is_refused(String query) {
        auditor("/v1/audit/evidence?cohort=total&" + query).statusCode(400);
    }
}
