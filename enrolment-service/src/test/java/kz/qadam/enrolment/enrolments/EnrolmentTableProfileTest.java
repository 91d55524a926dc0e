package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.enrolment.Caller;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles by which a school's own sheets are read as they are. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTableProfileTest {

    @Inject
    Database database;

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private String profile() {
        return """
                {"columns": [
                   {"name": "reference", "template": "{Сынып}/{№}"},
                   {"name": "iin", "headers": ["ЖСН", "ИИН"]},
                   {"name": "course", "headers": ["Курс"], "values": [{"sent": "Python негіздері", "means": "%s"}]},
                   {"name": "cohort", "constant": "pupils"},
                   {"name": "enrolledOn", "constant": "2026-02-01"}],
                 "rows": [{"headers": ["Аяқтады"], "keep": ["Иә"]}]}
                """.formatted(course);
    }

    private String path(String name) {
        return "/v1/enrolment-table-profiles/" + school + "/" + name;
    }

    private ValidatableResponse put(RequestSpecification as, String name, String body) {
        return as.body(body).put(path(name)).then();
    }

    private ValidatableResponse sends(String query) {
        return partner(school)
                .contentType("text/csv")
                .body(Exports.bytes("village-school.csv"))
                .post("/v1/enrolments/batch" + query)
                .then();
    }

    @Test
    void a_sheet_is_taken_as_it_is() {
        put(administrator(school), "sheet", profile()).statusCode(201);

        sends("?profile=sheet")
                .statusCode(207)
                .body("received", equalTo(5))
                // The footer is left out, too.
                .body("leftOut", equalTo(3))
                .body("results.line", contains(5, 7, 8, 9, 10))
                .body("results.status", contains("accepted", "accepted", "rejected", "accepted", "accepted"))
                .body("results[0].reference", equalTo("9 «А»/1"))
                .body("results[2].problem.errors.column", contains("course"));
    }

    @Test
    void a_dry_run_says_what_the_run_then_does_and_sending_it_again_changes_nothing() {
        put(administrator(school), "sheet", profile()).statusCode(201);

        sends("?profile=sheet&dryRun=true").body("accepted", equalTo(4)).body("rejected", equalTo(1));
        sends("?profile=sheet").body("accepted", equalTo(4)).body("rejected", equalTo(1));
        sends("?profile=sheet").body("duplicate", equalTo(4)).body("rejected", equalTo(1));
    }

    @Test
    void a_large_file_is_read_by_a_profile_too_and_nothing_else_of_it_is_stored() {
        put(administrator(school), "sheet", profile()).statusCode(201);
        String job = partner(school)
                .contentType("text/csv")
                .body(Exports.bytes("village-school.csv"))
                .post("/v1/enrolment-imports?profile=sheet")
                .then()
                .statusCode(202)
                .body("received", equalTo(5))
                .body("leftOut", equalTo(3))
                .extract()
                .header("Location");

        assertThat(SentFiles.finished(partner(school), job).getInt("accepted")).isEqualTo(4);
        assertThat(partner(school).get(job + "/errors.csv").asString())
                .contains("iin;course;cohort", "Алгебра", ";8;rejected;")
                .doesNotContain("Тілеубай");
    }

    @Test
    void the_office_names_the_institution_and_its_rows_are_of_it() {
        put(office(), "sheet", profile()).statusCode(201);

        office().contentType("text/csv")
                .body(Exports.bytes("village-school.csv"))
                .post("/v1/enrolments/batch?profile=" + school + "/sheet")
                .then()
                .body("accepted", equalTo(4));
        office().contentType("text/csv")
                .body(Exports.bytes("village-school.csv"))
                .post("/v1/enrolments/batch?profile=sheet")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("profile"));
    }

    @Test
    void what_is_sent_with_a_profile_is_a_table_and_the_profile_exists() {
        partner(school)
                .body("[]")
                .post("/v1/enrolments/batch?profile=sheet")
                .then()
                .statusCode(404);
        put(administrator(school), "sheet", profile());

        partner(school)
                .body("[{}]")
                .post("/v1/enrolments/batch?profile=sheet")
                .then()
                .statusCode(415);
    }

    @Test
    void a_profile_has_versions() {
        String tag = put(administrator(school), "sheet", profile())
                .statusCode(201)
                .header("Location", path("sheet"))
                .extract()
                .header("ETag");

        put(administrator(school), "sheet", profile()).statusCode(200).header("ETag", tag);
        String other = profile().replace("pupils", "students");
        put(administrator(school), "sheet", other).statusCode(428);
        put(administrator(school).header("If-None-Match", "*"), "sheet", other).statusCode(412);
        put(administrator(school).header("If-Match", "\"7\""), "sheet", other).statusCode(412);
        put(administrator(school).header("If-Match", tag), "sheet", other)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("columns[3].constant", equalTo("students"));
        put(administrator(school).header("If-Match", "*"), "none", other).statusCode(412);
    }

    @Test
    void what_was_read_can_be_put_again() {
        put(administrator(school), "sheet", profile()).statusCode(201);
        String read = partner(school).get(path("sheet")).asString();

        put(administrator(school), "sheet", read).statusCode(200).header("ETag", "\"1\"");
        put(administrator(school), "other", read).statusCode(400).body("errors.pointer", contains("/name"));
    }

    @Test
    void a_profile_is_deleted_by_who_has_read_it() {
        put(administrator(school), "sheet", profile()).statusCode(201);

        administrator(school).delete(path("sheet")).then().statusCode(428);
        administrator(school)
                .header("If-Match", "\"2\"")
                .delete(path("sheet"))
                .then()
                .statusCode(412);
        administrator(school)
                .header("If-Match", "\"1\"")
                .delete(path("sheet"))
                .then()
                .statusCode(204);
        partner(school).get(path("sheet")).then().statusCode(404);
        administrator(school)
                .header("If-Match", "\"1\"")
                .delete(path("sheet"))
                .then()
                .statusCode(404);
    }

    @Test
    void administrators_save_for_their_own_institution_and_partners_see_what_they_may_use() {
        put(anybody(), "sheet", profile()).statusCode(401);
        put(partner(school), "sheet", profile()).statusCode(403);
        put(auditor(), "sheet", profile()).statusCode(403);
        put(administrator(school()), "sheet", profile()).statusCode(403).body("errors.code", contains("not-yours"));
        put(administrator(school), "sheet", profile()).statusCode(201);

        String all = "/v1/enrolment-table-profiles?institution=" + school;
        partner(school).get(all).then().body("items.name", contains("sheet"));
        partner(school()).get(all).then().statusCode(403);
        partner(school).get("/v1/enrolment-table-profiles").then().body("items.name", contains("sheet"));
        office().get("/v1/enrolment-table-profiles").then().statusCode(400);
        partner(school()).get(path("sheet")).then().statusCode(403);
        office().get("/v1/enrolment-table-profiles?institution=" + school())
                .then()
                .body("items", empty());
    }

    @Test
    void a_profile_of_another_institution_is_not_used() {
        put(administrator(school), "sheet", profile()).statusCode(201);

        partner(school())
                .contentType("text/csv")
                .body(Exports.bytes("village-school.csv"))
                .post("/v1/enrolments/batch?profile=" + school + "/sheet")
                .then()
                .statusCode(403);
    }

    @Test
    void the_profiles_of_a_suspended_institution_stay_as_they_are() {
        put(administrator(school), "sheet", profile()).statusCode(201);
        suspend(school);

        await().untilAsserted(() -> administrator(school)
                .header("If-Match", "\"9\"")
                .delete(path("sheet"))
                .then()
                .statusCode(403));
        put(administrator(school), "more", profile()).statusCode(403);
        put(office(), "more", profile()).statusCode(201);
    }

    @Test
    void every_fault_of_a_profile_is_named() {
        put(administrator(school), "sheet", """
                        {"columns": [
                           {"name": "iin", "headers": ["ИИН"], "constant": "1"},
                           {"name": "course", "template": "{}"},
                           {"name": "curse", "constant": "x"},
                           {"name": "cohort", "headers": []},
                           {"name": "cohort", "constant": "991231100010", "dayFormats": ["dd.MM"]},
                           {"name": "_mine", "constant": "x", "occurrence": 2, "unit": "percent"}],
                         "rows": [{"keep": ["x"]}], "encoding": "latin"}
                        """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/columns/0",
                                "/columns/1/template",
                                "/columns/2/name",
                                "/columns/3/headers",
                                "/columns/4/constant",
                                "/columns/4/dayFormats",
                                "/columns/4/name",
                                "/columns/5/occurrence",
                                "/columns/5/unit",
                                "/columns",
                                "/rows/0/headers",
                                "/encoding"));
    }

    @Test
    void a_profile_says_where_everything_comes_from_that_an_enrolment_needs() {
        put(administrator(school), "sheet", "{\"columns\": [{\"name\": \"course\", \"constant\": \"x\"}]}")
                .statusCode(422)
                .body("errors.code.unique()", contains("missing-source"))
                .body("errors.detail", hasItem(containsString("cohort")));
    }

    @Test
    void an_institution_that_does_not_exist_has_no_profiles() {
        office().body(profile())
                .put("/v1/enrolment-table-profiles/" + Caller.fresh("nobody") + "/sheet")
                .then()
                .statusCode(404);
    }

    @Test
    void who_saves_a_profile_is_in_the_trail() {
        put(administrator(school), "sheet", profile()).statusCode(201);

        assertThat(SentFiles.count(database, "select count(*) from trail where subject = '%s/sheet'".formatted(school)))
                .isEqualTo(1);
    }

    @Test
    void a_profile_that_says_little_is_answered_without_the_rest() {
        put(administrator(school), "sheet", profile())
                .body("sheet", nullValue())
                .body("columns[0].headers", nullValue());
    }
}
