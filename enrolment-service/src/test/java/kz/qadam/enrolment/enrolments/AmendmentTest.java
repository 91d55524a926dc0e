package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentTest {

    private String school;
    private String sent;
    private String id;

    @BeforeEach
    void enrol() {
        school = school();
        sent = enrolment("E-1", course(), People.iin());
        id = post("enrolments", sent).statusCode(201).extract().path("id");
    }

    private ValidatableResponse post(String path, String body) {
        return partner(school).body(body).post("/v1/" + path).then();
    }

    @Test
    void a_withdrawal_is_told_by_reference_and_told_again_by_id() {
        String withdrawal = """
                {"enrolment": "%s", "on": "2026-04-01", "reason": "moved"}""";

        post("withdrawals", withdrawal.formatted("E-1"))
                .statusCode(201)
                .body("status", equalTo("withdrawn"))
                .body("version", equalTo(2));
        post("withdrawals", withdrawal.formatted(id)).statusCode(200).body("version", equalTo(2));
        post("withdrawals", withdrawal.formatted("E-1").replace("2026-04-01", "2026-04-02"))
                .statusCode(409)
                .body("errors.pointer", contains("/on"));
        post("enrolments", sent).statusCode(200).body("status", equalTo("withdrawn"));
    }

    @Test
    void nobody_has_left_tomorrow() {
        post("withdrawals", """
                        {"enrolment": "E-1", "on": "2126-04-01"}""").statusCode(422).body("errors.code", contains("in-the-future"));
    }

    @Test
    void anothers_enrolment_cannot_be_withdrawn() {
        school = school();

        post("withdrawals", """
                        {"enrolment": "%s", "on": "2026-04-01"}""".formatted(id)).statusCode(404).body("type", containsString("not-found"));
    }

    @Test
    void withdrawals_come_by_the_file_and_see_each_other() {
        partner(school)
                .contentType("text/csv")
                .body("enrolment,on,reason\nE-1,01.04.2026,\n%s,2026-04-01,\nE-1,2026-04-02,\nE-9,2026-04-01,\n"
                        .formatted(id))
                .post("/v1/withdrawals/batch")
                .then()
                .statusCode(207)
                .body("results.status", contains("accepted", "duplicate", "conflict", "rejected"))
                .body("results[3].problem.errors.code", contains("unknown-enrolment"));
    }

    @Test
    void a_correction_makes_a_new_version_and_both_contents_are_the_same_enrolment() {
        String course = course();
        String correction = """
                {"enrolment": "E-1", "course": "%s", "region": "KZ-71", "reason": "wrong row", "version": 1}""".formatted(course);

        post("enrolment-corrections", correction)
                .statusCode(200)
                .body("course", equalTo(course))
                .body("region", equalTo("KZ-71"))
                .body("version", equalTo(2));

        post("enrolment-corrections", correction).statusCode(200).body("version", equalTo(2));
        post("enrolments", sent).statusCode(200).body("course", equalTo(course));
        String asCorrected =
                sent.replaceAll("\"course\": \"[^\"]+\"", "\"region\": \"KZ-71\", \"course\": \"" + course + "\"");
        post("enrolments", asCorrected).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_correction_of_what_was_not_seen_is_refused() {
        post("enrolment-corrections", """
                        {"enrolment": "E-1", "region": "KZ-71", "reason": "?", "version": 2}""").statusCode(409).body("type", containsString("version-conflict"));
    }

    @Test
    void a_correction_that_says_nothing_new_changes_nothing() {
        post("enrolment-corrections", """
                        {"enrolment": "E-1", "region": "KZ-75", "enrolledOn": "2026-02-01", "reason": "?"}""").statusCode(200).body("version", equalTo(1));
    }

    @Test
    void a_correction_keeps_to_the_rules_of_an_enrolment() {
        post("enrolment-corrections", """
                        {"enrolment": "E-1", "course": "none", "cohort": "none", "region": "KZ-00",
                         "enrolledOn": "2126-01-01", "reason": "for 991231100010"}""")
                .statusCode(422)
                .body(
                        "errors.code",
                        contains(
                                "looks-like-iin",
                                "unknown-course",
                                "unknown-cohort",
                                "unknown-region",
                                "too-far-ahead"));
    }

    @Test
    void corrections_come_by_the_file() {
        partner(school)
                .contentType("application/x-ndjson")
                .body("""
                        {"enrolment": "E-1", "region": "KZ-71", "reason": "a"}
                        {"enrolment": "E-1", "cohort": "students", "reason": "b"}
                        {"enrolment": "E-1", "cohort": "students"}
                        """)
                .post("/v1/enrolment-corrections/batch")
                .then()
                .body("results.status", contains("accepted", "accepted", "rejected"))
                .body("results[1].version", equalTo(3));
    }

    @Test
    void a_partner_whose_institution_is_suspended_reports_nothing_and_the_office_still_can() {
        office().header("If-Match", "*")
                .body(institution("suspended", "null"))
                .put("/v1/institutions/" + school)
                .then()
                .statusCode(200);
        String correction = """
                {"institution": "%s", "enrolment": "E-1", "region": "KZ-71", "reason": "wrong row"}""".formatted(school);

        post("withdrawals", """
                        {"enrolment": "E-1", "on": "2026-04-01"}""").statusCode(422).body("errors.code", contains("institution-suspended"));
        post("enrolment-corrections", correction)
                .statusCode(422)
                .body("errors.code", contains("institution-suspended"));
        office().body(correction).post("/v1/enrolment-corrections").then().statusCode(200);
    }
}
