package kz.qadam.reporting.audit.trail;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who read which figures and records, as auditors see it. */
@ReportingTest
class TrailTest {

    @BeforeEach
    void a_cohort() {
        givenCohort("on-record", 10L);
        awaitCohort("on-record");
    }

    @Test
    void exact_figures_are_on_record_with_what_was_known_to_them() {
        viewer("/v1/progress/on-record/breakdown", "by", "region").statusCode(200);

        await().untilAsserted(() -> assertThat(entries("figures"))
                .filteredOn(entry -> Objects.equals(entry.get("asked"), "/v1/progress/on-record/breakdown?by=region"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("action", "GET /v1/progress/{cohort}/breakdown")
                        .containsEntry("subject", "on-record")
                        .containsKeys("asOf", "on", "batch")
                        .doesNotContainEntry("asOf", null)
                        .doesNotContainEntry("batch", null)));
    }

    @Test
    void published_figures_are_read_by_everybody_and_on_no_record() {
        anonymous("/v1/progress/total?on=2026-03-17").statusCode(200);
        viewer("/v1/progress/on-record").statusCode(200);

        await().untilAsserted(() -> assertThat(entries("figures"))
                .extracting("asked")
                .contains("/v1/progress/on-record")
                .doesNotContain("/v1/progress/total?on=2026-03-17"));
    }

    @Test
    void records_that_are_read_are_on_record_before_they_are_answered() {
        auditor("/v1/audit/evidence", "cohort", "on-record", "limit", "23").statusCode(200);

        assertThat(entries("read"))
                .filteredOn(entry -> Objects.equals(entry.get("asked"), "/v1/audit/evidence?cohort=on-record&limit=23"))
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("items", 0).doesNotContainEntry("batch", null));
    }

    @Test
    void readings_are_about_records_behind_figures_only() {
        auditor("/v1/audit/trail", "kind", "write").statusCode(200);
        auditor("/v1/audit/evidence", "cohort", "on-record", "limit", "29").statusCode(200);

        await().untilAsserted(
                        () -> assertThat(entries("read")).extracting("asked").contains("/v1/audit/trail?kind=write"));
        auditor("/v1/audit/readings", "limit", "1000")
                .body("items.asked", hasItem("/v1/audit/evidence?cohort=on-record&limit=29"))
                .body("items.asked", not(hasItem(startsWith("/v1/audit/trail"))));
    }

    @Test
    void the_first_entry_of_a_page_is_the_oldest() {
        auditor("/v1/audit/trail", "limit", "1").statusCode(200).body("items.size()", is(1));
    }

    private static List<Map<String, Object>> entries(String kind) {
        return auditor("/v1/audit/trail", "kind", kind, "limit", "1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
