package kz.qadam.reporting.audit.revision;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.query;
import static kz.qadam.reporting.Requests.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One completion was reported late, and another one was revoked: two records of a revision. */
@ReportingTest
class RevisionRecordsTest {

    private final String cohort = "records-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture gone;
    private CompletionFixture late;
    private String then;

    @BeforeEach
    void two_changes() {
        givenCohort(cohort, 10L);
        gone = givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 1);
        then = now();
        late = givenTrained(cohort, "2026-05-02");
        awaitTrained(cohort, 2);
        gone.revoked().publish();
        publishNoLongerTrained(gone.learner(), cohort);
        awaitTrained(cohort, 1);
    }

    @Test
    void each_record_of_a_revision_is_found_with_its_event() {
        records()
                .body("items.class", contains("late", "revocation"))
                .body("items.change", contains(1, -1))
                .body("items[0].after.completionId", is(late.id().toString()))
                .body("items[0].before", nullValue())
                .body("items[0].event.type", is("kz.qadam.learner.trained.v1"))
                .body("items[1].before.completionId", is(gone.id().toString()))
                .body("items[1].before.region", is("KZ-75"))
                .body("cursor", nullValue());
    }

    @Test
    void pages_lead_through_all_records() {
        String next = records("limit", "1")
                .body("items.class", contains("late"))
                .extract()
                .path("cursor");

        records("limit", "1", "cursor", next).body("items.class", contains("revocation"));
    }

    @Test
    void records_are_found_by_cause_and_measure() {
        records("class", "late", "measure", "completions")
                .body("items.learnerId", contains(late.learner().toString()));
    }

    @Test
    void a_viewer_does_not_see_records() {
        viewer("/v1/audit/revisions/records", "from", then, "cohort", cohort).statusCode(403);
    }

    private ValidatableResponse records(String... more) {
        return auditor("/v1/audit/revisions/records?cohort=" + cohort, query(new String[] {"from", then}, more))
                .statusCode(200);
    }
}
