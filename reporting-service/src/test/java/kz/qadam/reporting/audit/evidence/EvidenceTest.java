package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.CatalogueFixture.givenInstitution;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishMerge;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class EvidenceTest {

    private final String cohort = "evidence-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void each_trained_person_is_listed_with_the_events_behind_it() {
        CompletionFixture completion = givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 1);

        evidence()
                .body("total", is(1))
                .body("cursor", nullValue())
                .body("items", hasSize(1))
                .body("items[0].learnerId", is(completion.learner().toString()))
                .body("items[0].completionId", is(completion.id().toString()))
                .body("items[0].reference", is(completion.reference()))
                .body("items[0].enrolmentReference", is("E-1"))
                .body("items[0].enrolledOn", is("2026-02-01"))
                .body("items[0].day", is("2026-05-01"))
                .body("items[0].admittedBy.requirementVersion", is(1))
                .body("items[0].admittedBy.programmeVersion", is(1))
                .body("items[0].knownSince", notNullValue())
                .body(
                        "items[0].events.type",
                        containsInAnyOrder(
                                "kz.qadam.learner.trained.v1",
                                "kz.qadam.completion.recorded.v1",
                                "kz.qadam.enrolment.enrolled.v1"))
                .body("items[0].events[0].topic", notNullValue())
                .body("items[0].events[0].offset", notNullValue());
    }

    @Test
    void the_events_of_a_record_can_be_read() {
        givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 1);
        String event = evidence().extract().path("items[0].events[0].eventId");

        auditor("/v1/audit/events/" + event).statusCode(200);
    }

    @Test
    void pages_lead_through_all_records_of_one_instant_and_no_other() {
        for (int day = 1; day <= 5; day++) {
            givenTrained(cohort, "2026-05-0" + (day + 1) / 2);
        }
        awaitTrained(cohort, 5);
        ValidatableResponse page = evidence("limit", "2").body("total", is(5));
        givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 6);

        List<String> seen = new ArrayList<>(page.extract().path("items.learnerId"));
        for (String cursor; (cursor = page.extract().path("cursor")) != null; ) {
            page = evidence("limit", "2", "cursor", cursor).body("total", is(5));
            seen.addAll(page.extract().path("items.learnerId"));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_total_is_the_figure_of_any_cell() {
        givenInstitution("school-42");
        givenTrained(cohort, "2026-05-01");
        givenTrained(cohort, "KZ-75", "evidence-unknown", "2026-06-01");
        UUID third = givenTrained(cohort, "KZ-71", "school-42", "2026-06-02").learner();
        CompletionFixture.of(third, cohort, "KZ-71", "school-42", "2026-06-30").publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("completions", is(4)));
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort + "/breakdown", "by", "kind")
                .body("cells.find { it.key == 'school' }.trained", is(2)));

        assertTotal(3, "measure", "trained");
        assertTotal(4, "measure", "completions");
        assertTotal(2, "region", "KZ-75");
        assertTotal(2, "institution", "school-42");
        assertTotal(1, "institution", "school-42", "region", "KZ-71");
        assertTotal(3, "course", "AI-101");
        assertTotal(2, "month", "2026-06");
        assertTotal(2, "on", "2026-06-01");
        assertTotal(2, "measure", "completions", "institution", "school-42", "month", "2026-06");
        assertTotal(4, "measure", "completions", "area", "ai");
        assertTotal(2, "kind", "school", "institution", "school-42");
        assertTotal(1, "measure", "enrolled", "kind", "unknown", "institution", "evidence-unknown");
        assertTotal(3, "measure", "completed");
        assertTotal(2, "measure", "enrolled", "institution", "school-42");
        assertTotal(0, "month", "2026-07");
    }

    private void assertTotal(int expected, String... query) {
        evidence(query).body("total", is(expected)).body("items", hasSize(expected));
    }

    @Test
    void it_keeps_its_bytes_whatever_comes_later() {
        CompletionFixture completion = givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 1);
        String then = now();
        String before = auditorBody("/v1/audit/evidence", "cohort", cohort, "asOf", then);

        completion.revoked().publish();
        publishNoLongerTrained(completion.learner(), cohort);
        awaitTrained(cohort, 0);

        assertThat(auditorBody("/v1/audit/evidence", "cohort", cohort, "asOf", then))
                .isEqualTo(before);
    }

    @Test
    void a_person_who_was_two_learners_shows_both() {
        UUID absorbed = UUID.randomUUID();
        CompletionFixture completion = givenTrained(cohort, "2026-05-01");

        publishMerge(absorbed, completion.learner());

        await().untilAsserted(() -> evidence().body("items[0].mergedFrom", contains(absorbed.toString())));
    }

    private ValidatableResponse evidence(String... more) {
        return auditor("/v1/audit/evidence?cohort=" + cohort, more).statusCode(200);
    }
}
