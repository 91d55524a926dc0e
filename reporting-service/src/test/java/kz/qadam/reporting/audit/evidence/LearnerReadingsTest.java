package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishMerge;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.post;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The office tells a learner who has read records of hers. */
@ReportingTest
class LearnerReadingsTest {

    private final String cohort = "readings-" + UUID.randomUUID().toString().substring(0, 8);
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_trained_learners_of_two_days() {
        givenCohort(cohort, 10L);
        first = givenTrained(cohort, "2026-05-01").learner();
        second = givenTrained(cohort, "2026-06-01").learner();
        awaitTrained(cohort, 2);
    }

    @Test
    void a_page_of_evidence_was_read_of_the_learners_on_it() {
        auditor("/v1/audit/evidence", "cohort", cohort).statusCode(200);

        assertThat(readingsOf(first)).containsExactly(certain("/v1/audit/evidence?cohort=" + cohort));
        assertThat(readingsOf(second)).containsExactly(certain("/v1/audit/evidence?cohort=" + cohort));
    }

    @Test
    void the_page_in_a_browser_reads_of_the_learners_on_it_what_the_endpoint_reads() {
        auditorBody("/audit?lang=en&measure=trained&cohort=" + cohort + "&region=&institution=&on=2026-05-31&asOf=");

        assertThat(readingsOf(first))
                .containsExactly(
                        certain("/v1/audit/evidence?measure=trained&cohort=" + cohort + "&on=2026-05-31&limit=50"));
        assertThat(readingsOf(second)).isEmpty();
    }

    @Test
    void an_event_that_a_page_shows_was_read_of_its_learner() {
        String event = auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-06")
                .extract()
                .path("items[0].events[0].eventId");

        auditorBody("/audit/events/" + event + "?cohort=" + cohort);

        assertThat(readingsOf(second)).contains(certain("/v1/audit/events/" + event));
        assertThat(readingsOf(first)).isEmpty();
    }

    @Test
    void a_learner_on_another_page_was_not_read() {
        auditor("/v1/audit/evidence", "cohort", cohort, "limit", "1").statusCode(200);

        assertThat(readingsOf(first)).hasSize(1);
        assertThat(readingsOf(second)).isEmpty();
    }

    @Test
    void a_learner_whom_the_filter_leaves_out_was_not_read() {
        auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-06").statusCode(200);

        assertThat(readingsOf(first)).isEmpty();
        assertThat(readingsOf(second)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"region=KZ-71", "area=big-data", "kind=university"})
    void a_learner_whom_another_member_leaves_out_was_not_read(String member) {
        auditor("/v1/audit/evidence?cohort=" + cohort + "&" + member).statusCode(200);

        assertThat(readingsOf(first)).isEmpty();
    }

    @Test
    void an_answer_before_the_learner_came_is_no_reading_of_hers() {
        auditor("/v1/audit/evidence", "cohort", cohort).statusCode(200);

        UUID later = givenTrained(cohort, "2026-05-15").learner();
        awaitTrained(cohort, 3);

        assertThat(readingsOf(later)).isEmpty();
    }

    @Test
    void a_sample_is_drawn_again_by_its_seed() {
        List<String> drawn = auditor("/v1/audit/samples", "cohort", cohort, "size", "1", "seed", "s")
                .statusCode(200)
                .extract()
                .path("items.learnerId");

        assertThat(readingsOf(first)).hasSize(drawn.contains(first.toString()) ? 1 : 0);
        assertThat(readingsOf(second)).hasSize(drawn.contains(second.toString()) ? 1 : 0);
    }

    @Test
    void an_event_was_read_of_its_learner() {
        String event = auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-05")
                .extract()
                .path("items[0].events[0].eventId");

        auditor("/v1/audit/events/" + event).statusCode(200);

        assertThat(readingsOf(first)).contains(certain("/v1/audit/events/" + event));
        assertThat(readingsOf(second)).isEmpty();
    }

    @Test
    void a_list_of_revised_records_may_have_had_the_learner() {
        auditor("/v1/audit/revisions/records", "cohort", cohort, "from", now()).statusCode(200);

        assertThat(readingsOf(first).entrySet())
                .anyMatch(reading -> reading.getKey().startsWith("/v1/audit/revisions/records") && !reading.getValue());
    }

    @Test
    void records_of_a_worklist_may_have_been_read_of_the_learners_on_it() {
        String worklist = post(
                        "auditor", "/v1/audit/worklists", Map.of("cohort", cohort, "size", 2, "on", "2026-05-02"))
                .statusCode(201)
                .extract()
                .path("id");

        auditor("/v1/audit/worklists/" + worklist + "/records").statusCode(200);

        assertThat(readingsOf(first, worklist)).containsExactly(false);
        assertThat(readingsOf(second, worklist)).isEmpty();
    }

    private List<Boolean> readingsOf(UUID learner, String worklist) {
        List<Boolean> certain = new ArrayList<>();
        allReadingsOf(learner).forEach((asked, isCertain) -> {
            if (asked.contains(worklist)) {
                certain.add(isCertain);
            }
        });
        return certain;
    }

    @Test
    void what_was_read_of_an_absorbed_learner_was_read_of_the_surviving_one() {
        auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-05").statusCode(200);

        publishMerge(first, second);

        await().untilAsserted(() -> assertThat(readingsOf(second)).hasSize(1));
    }

    @Test
    void a_receipt_was_read_of_the_learner_of_its_completion() {
        String completion = auditor("/v1/audit/evidence", "cohort", cohort, "month", "2026-05")
                .extract()
                .path("items[0].completionId");

        auditor("/v1/receipts/" + completion).statusCode(200);

        await().untilAsserted(() -> assertThat(readingsOf(first)).contains(certain("/v1/receipts/" + completion)));
        assertThat(readingsOf(second)).doesNotContainKey("/v1/receipts/" + completion);
    }

    @Test
    void a_viewer_may_not_ask_who_has_read() {
        viewer("/v1/audit/learners/" + first + "/readings").statusCode(403);
    }

    private static Map.Entry<String, Boolean> certain(String asked) {
        return Map.entry(asked, true);
    }

    /** What was asked in each reading of this cohort or of an event, and whether it is certain. */
    private Map<String, Boolean> readingsOf(UUID learner) {
        Map<String, Boolean> readings = allReadingsOf(learner);
        readings.keySet()
                .removeIf(asked -> !asked.contains(cohort)
                        && !asked.startsWith("/v1/audit/events/")
                        && !asked.startsWith("/v1/receipts/"));
        return readings;
    }

    private static Map<String, Boolean> allReadingsOf(UUID learner) {
        Map<String, Boolean> readings = new LinkedHashMap<>();
        String path = "/v1/audit/learners/" + learner + "/readings";
        for (String further = path; further != null; ) {
            Response page = as("office").get(further);
            JsonPath body = page.then().statusCode(200).extract().jsonPath();
            List<Map<String, Object>> items = new ArrayList<>(body.getList("items"));
            items.forEach(item -> readings.put((String) item.get("asked"), (Boolean) item.get("certain")));
            further = page.header("Link") == null ? null : path + "?cursor=" + body.getString("cursor");
        }
        return readings;
    }
}
