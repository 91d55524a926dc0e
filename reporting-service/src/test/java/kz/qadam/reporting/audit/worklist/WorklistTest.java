package kz.qadam.reporting.audit.worklist;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.ofRegion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors draw a sample, check its records and close it once. */
@ReportingTest
class WorklistTest {

    private final String cohort = "listed-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture first;
    private CompletionFixture second;

    @BeforeEach
    void two_are_trained_in_two_regions() {
        givenCohort(cohort, 10L);
        second = givenTrained(cohort, "KZ-75", "school-42", "2026-05-01");
        first = givenTrained(cohort, "KZ-71", "school-7", "2026-05-02");
        awaitTrained(cohort, 2);
    }

    @Test
    void a_worklist_keeps_the_sample_of_its_seed_by_region_and_institution() {
        String drawn = WorklistFixture.draw(Map.of("cohort", cohort, "size", 5, "seed", "2026-Q2"))
                .statusCode(201)
                .header("Location", containsString(WorklistFixture.PATH + "/"))
                .body("total", is(2))
                .body("size", is(5))
                .body("seed", is("2026-Q2"))
                .body("counts.open", is(2))
                .body("agreeing", nullValue())
                .body("closedAt", nullValue())
                .extract()
                .path("id");
        givenTrained(cohort, "2026-05-03");
        awaitTrained(cohort, 3);

        new WorklistFixture(drawn)
                .records()
                .body("items.position", contains(1, 2))
                .body(
                        "items.completionId",
                        contains(first.id().toString(), second.id().toString()))
                .body("items.record.institution", contains("school-7", "school-42"))
                .body("items.record.reference", contains(first.reference(), second.reference()))
                .body("items.state", contains("open", "open"));
    }

    @Test
    void a_record_is_checked_and_the_result_has_an_interval() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        worklist.finds(first.id(), "agrees", null)
                .statusCode(201)
                .header("ETag", is("\"1\""))
                .body("outcome", is("agrees"))
                .body("note", nullValue())
                .body("version", is(1));

        worklist.now()
                .body("counts.agrees", is(1))
                .body("counts.open", is(1))
                .body("agreeing.share", is(1f))
                .body("agreeing.low", is(0.2065f))
                .body("agreeing.high", is(1f));
        worklist.records("state", "open")
                .body("items.completionId", contains(second.id().toString()));
        worklist.records("state", "checked").body("items.finding.outcome", contains("agrees"));
        worklist.records("institution", "school-7").body("items", hasSize(1));
    }

    @Test
    void pages_of_records_follow_each_other() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        String cursor = worklist.records("limit", "1")
                .body("items.completionId", contains(first.id().toString()))
                .extract()
                .path("cursor");

        worklist.records("limit", "1", "cursor", cursor)
                .body("items.completionId", contains(second.id().toString()));
    }

    @Test
    void two_auditors_do_not_overwrite_each_other() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        worklist.finds(first.id(), "agrees", null).statusCode(201);

        worklist.finds(first.id(), "agrees", null).statusCode(200).body("version", is(1));
        worklist.finds(first.id(), "not-found", null).statusCode(428);
        worklist.finds(first.id(), "not-found", null, "\"7\"").statusCode(412);
        worklist.finds(first.id(), "differs", "the certificate is of 12 May", "\"1\"")
                .statusCode(200)
                .header("ETag", is("\"2\""));

        worklist.now().body("counts.differs", is(1)).body("counts.agrees", is(0));
    }

    @Test
    void a_finding_says_what_differs_and_names_nobody() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        worklist.finds(first.id(), "differs", null).statusCode(400).body("errors.pointer", contains("/note"));
        worklist.finds(first.id(), "lost", null).statusCode(400).body("errors.pointer", contains("/outcome"));
        worklist.finds(first.id(), "differs", "ask aigerim@school.kz").statusCode(422);
        worklist.finds(UUID.randomUUID(), "agrees", null).statusCode(404);

        worklist.now().body("counts.open", is(2));
    }

    @Test
    void a_closed_worklist_never_changes() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        worklist.finds(first.id(), "agrees", null).statusCode(201);

        String closedAt = worklist.closes()
                .statusCode(200)
                .body("closedAt", notNullValue())
                .body("counts.open", is(1))
                .extract()
                .path("closedAt");

        worklist.finds(second.id(), "agrees", null).statusCode(409).body("type", endsWith("/version-conflict"));
        worklist.finds(first.id(), "not-found", null, "*").statusCode(409);
        worklist.closes().statusCode(200).body("closedAt", is(closedAt));
        worklist.now().body("counts.agrees", is(1)).body("counts.open", is(1));
    }

    @Test
    void the_list_follows_what_is_drawn_and_closed() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        String cursor = end(WorklistFixture.PATH, null);

        worklist.closes();

        auditor(WorklistFixture.PATH, "cursor", cursor)
                .body("items.findAll { it.id == '%s' }.closedBy".formatted(worklist.id()), hasSize(1));
    }

    /** The cursor of the last page. */
    private static String end(String path, String cursor) {
        var page = cursor == null ? auditor(path, "limit", "1000") : auditor(path, "limit", "1000", "cursor", cursor);
        String next = page.statusCode(200).extract().path("cursor");
        List<?> items = page.extract().path("items");
        return items.size() == 1000 ? end(path, next) : next;
    }

    @Test
    void the_sheet_for_a_visit_is_a_table() {
        String sheet = as("auditor")
                .accept("text/csv")
                .get(WorklistFixture.drawn(cohort, 2).path() + "/records?institution=school-7")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertThat(sheet.lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith("position,institution,region,course,day,reference,enrolmentReference,completionId,state,"
                        + "outcome,note");
        assertThat(sheet).contains("1,school-7,KZ-71,AI-101,2026-05-02," + first.reference());
    }

    @Test
    void reading_records_and_writing_findings_is_on_record() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        String cursor = end("/v1/audit/readings", null);

        worklist.records();
        worklist.finds(first.id(), "not-found", null);

        auditor("/v1/audit/readings", "cursor", cursor).body("items.asked", hasItem(worklist.path() + "/records"));
        auditor("/v1/audit/trail", "subject", first.id().toString(), "kind", "write")
                .body("items.reason", contains("not-found"));
    }

    @Test
    void nothing_is_drawn_from_a_cohort_without_trained_learners() {
        String another = cohort + "-empty";
        givenCohort(another, 10L);
        awaitCohort(another);

        WorklistFixture.draw(Map.of("cohort", another, "size", 2)).statusCode(422);
        WorklistFixture.draw(Map.of("cohort", "no-such-cohort", "size", 2)).statusCode(404);
        WorklistFixture.draw(Map.of("cohort", cohort, "size", 1001)).statusCode(400);
        WorklistFixture.draw(Map.of("size", 2)).statusCode(400);
    }

    @Test
    void an_auditor_of_a_region_works_on_what_is_drawn_from_the_region() {
        WorklistFixture country = WorklistFixture.drawn(cohort, 2);

        WorklistFixture here = new WorklistFixture(given().auth()
                .oauth2(Tokens.of("auditor", "KZ-71"))
                .contentType("application/json")
                .body(Map.of("cohort", cohort, "size", 2))
                .post(WorklistFixture.PATH)
                .then()
                .statusCode(201)
                .body("region", is("KZ-71"))
                .body("total", is(1))
                .extract()
                .path("id"));

        ofRegion("auditor", "KZ-71", here.path() + "/records")
                .body("items.completionId", contains(first.id().toString()));
        here.finds(given().auth().oauth2(Tokens.of("auditor", "KZ-71")), first.id(), "agrees", null)
                .statusCode(201);
        ofRegion("auditor", "KZ-71", WorklistFixture.PATH).body("items.region", everyItem(is("KZ-71")));
        ofRegion("auditor", "KZ-71", country.path()).statusCode(404);
        ofRegion("auditor", "KZ-71", country.path() + "/records").statusCode(404);
        here.finds(given().auth().oauth2(Tokens.of("auditor", "KZ-75")), first.id(), "agrees", null)
                .statusCode(404);
        assertThat(here.completions()).hasSize(1);
        auditor(WorklistFixture.PATH, "limit", "1000")
                .body("items.id", not(empty()))
                .body(
                        "items.findAll { it.cohort == '%s' }.id".formatted(cohort),
                        containsInAnyOrder(here.id(), country.id()));
    }

    @Test
    void nobody_else_sees_a_worklist() {
        String path = WorklistFixture.drawn(cohort, 2).path();

        for (String role : List.of("office", "viewer")) {
            as(role).get(path + "/records").then().statusCode(403);
            as(role).post(path + "/closing").then().statusCode(403);
        }
    }
}
