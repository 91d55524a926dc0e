package kz.qadam.reporting.audit.worklist;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
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

/** Auditors draw a worklist, check its records and close it, on pages. */
@ReportingTest
class WorklistPageTest {

    private final String cohort = "paged-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture first;
    private CompletionFixture second;

    @BeforeEach
    void two_are_trained() {
        givenCohort(cohort, 10L);
        first = givenTrained(cohort, "KZ-71", "school-7", "2026-05-02");
        second = givenTrained(cohort, "KZ-75", "school-42", "2026-05-01");
        awaitTrained(cohort, 2);
    }

    @Test
    void a_form_that_is_sent_twice_draws_one_worklist() {
        Map<String, String> form = new HashMap<>(Map.of("cohort", cohort, "size", "2", "seed", "2026-Q2", "on", ""));
        form.put("attempt", attempt());

        String drawn =
                send("/worklists?lang=en", form).statusCode(303).extract().header("Location");
        send("/worklists?lang=en", form).statusCode(303).header("Location", is(drawn));

        assertThat(drawn).endsWith("/worklists/" + form.get("attempt") + "?lang=en");
        assertThat(auditorBody("/worklists?lang=en"))
                .containsOnlyOnce("data-worklist=\"" + form.get("attempt") + "\"")
                .contains("Cohort · 2026-Q2")
                .contains("0 of 2 checked");
        auditor("/v1/audit-tasks")
                .body("items.find { it.kind == 'worklists-open' }.count", greaterThanOrEqualTo(1))
                .body("items.find { it.kind == 'worklists-open' }.link", is("/worklists"));
    }

    @Test
    void what_is_wrong_with_a_draw_is_said_at_its_field_and_stays_in_the_form() {
        String refused = send(
                        "/worklists?lang=en",
                        Map.of("attempt", attempt(), "cohort", cohort, "size", "many", "seed", "Q2", "on", "June"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused)
                .contains("role=\"alert\"")
                .contains("How many records is not a number.")
                .contains("id=\"size-fault\"")
                .contains("id=\"on-fault\"")
                .contains("name=\"size\" value=\"many\"")
                .contains("name=\"seed\" value=\"Q2\"");
        assertThat(auditorBody("/worklists")).doesNotContain(cohort + " ·");
    }

    @Test
    void a_record_is_checked_with_one_click_and_the_page_goes_on_with_the_next() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        String page = page(worklist, "");
        assertThat(positions(page)).containsExactly("1", "2");
        assertThat(page).contains("1. school-7 · AI-101 · 2 May 2026").contains(first.reference());

        find(worklist, first.id(), Map.of("outcome", "agrees", "position", "1", "next", "2"))
                .statusCode(303)
                .header("Location", endsWith("?lang=en&show=open#record-2"));

        String then = page(worklist, "");
        assertThat(positions(then)).containsExactly("2");
        assertThat(then).contains("1 of 2 checked").contains("Agrees: 100% (95 % confidence interval: 20.7% – 100%)");
        assertThat(positions(page(worklist, "&show=checked"))).containsExactly("1");
        assertThat(positions(page(worklist, "&show=all"))).containsExactly("1", "2");
    }

    @Test
    void a_finding_without_its_note_is_refused_at_the_record() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        String refused = find(worklist, second.id(), Map.of("outcome", "differs", "position", "2"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("role=\"alert\"").contains("id=\"note-2-fault\"");
        assertThat(positions(refused)).containsExactly("2");
        worklist.now().body("counts.open", is(2));
    }

    @Test
    void what_another_auditor_has_found_meanwhile_is_shown_and_not_overwritten() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        worklist.finds(first.id(), "not-found", null).statusCode(201);

        String refused = find(worklist, first.id(), Map.of("outcome", "agrees", "position", "1", "version", ""))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("role=\"alert\"").contains("<dd class=\"state\">Not found</dd>");
        worklist.now().body("counts.notFound", is(1));

        find(worklist, first.id(), Map.of("outcome", "agrees", "position", "1", "version", "1"))
                .statusCode(303);
        worklist.now().body("counts.agrees", is(1));
    }

    @Test
    void a_worklist_is_closed_with_the_result_that_was_shown() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);
        worklist.finds(first.id(), "agrees", null).statusCode(201);
        String path = "/worklists/" + worklist.id() + "/closing?lang=en";

        String shown = send(path, Map.of()).statusCode(200).extract().asString();
        assertThat(shown).contains("data-state=\"would-do\"").contains("are not checked stay so");
        worklist.finds(second.id(), "differs", "the certificate is of 12 May").statusCode(201);

        String other = send(path, Map.of("effect", effect(shown)))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(other).contains("data-state=\"would-do-other\"").doesNotContain("are not checked stay so");
        assertThat(auditorBody(worklist.path())).contains("\"closedAt\":null");

        send(path, Map.of("effect", effect(other)))
                .statusCode(303)
                .header("Location", containsString("/worklists/" + worklist.id()));
        send(path, Map.of("effect", effect(other))).statusCode(303);

        assertThat(page(worklist, "")).contains("Closed on").doesNotContain("<form");
        worklist.now().body("agreeing.share", is(0.5f));
    }

    @Test
    void the_table_of_a_visit_has_all_records() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        assertThat(auditor("/worklists/" + worklist.id() + "/table")
                        .statusCode(200)
                        .contentType("text/csv;charset=UTF-8")
                        .extract()
                        .asString()
                        .lines())
                .hasSize(3);
    }

    @Test
    void a_read_of_the_page_is_a_reading() {
        WorklistFixture worklist = WorklistFixture.drawn(cohort, 2);

        page(worklist, "&show=all");

        assertThat(readingsOf("/worklists/" + worklist.id() + "?")).isEqualTo(1);
    }

    @Test
    void an_auditor_of_a_region_sees_worklists_of_the_region_and_nobody_else_any() {
        WorklistFixture country = WorklistFixture.drawn(cohort, 2);

        given().auth()
                .oauth2(Tokens.of("auditor", "KZ-71"))
                .get("/worklists/" + country.id())
                .then()
                .statusCode(404);
        assertThat(given().auth()
                        .oauth2(Tokens.of("auditor", "KZ-71"))
                        .get("/worklists")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain(country.id());
        for (String role : List.of("office", "viewer")) {
            as(role).get("/worklists").then().statusCode(403);
            as(role).get("/worklists/" + country.id()).then().statusCode(403);
        }
    }

    private static long readingsOf(String asked) {
        return DatabaseFixture.one(
                "select count(*) from trail where kind = 'read' and on_day is not null and asked like '%s%%'"
                        .formatted(asked),
                Long.class);
    }

    private static String attempt() {
        return Forms.all(auditorBody("/worklists"), "name=\"attempt\" value=\"([^\"]+)\"")
                .get(0);
    }

    private static String page(WorklistFixture worklist, String query) {
        return auditorBody("/worklists/" + worklist.id() + "?lang=en" + query);
    }

    private static List<String> positions(String page) {
        return Forms.all(page, "id=\"record-(\\d+)\"");
    }

    private static String effect(String page) {
        return Forms.all(page, "name=\"effect\" value=\"([^\"]+)\"").get(0);
    }

    private static ValidatableResponse find(WorklistFixture worklist, UUID completion, Map<String, String> form) {
        return send("/worklists/" + worklist.id() + "/findings/" + completion + "?lang=en", form);
    }

    private static ValidatableResponse send(String path, Map<String, String> form) {
        return Forms.send(as("auditor"), path, form);
    }
}
