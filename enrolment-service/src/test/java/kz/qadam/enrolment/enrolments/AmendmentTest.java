package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.correction;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class AmendmentTest {

    private String school;
    private String course;
    private String sent;
    private String id;

    @BeforeEach
    void enrol_somebody() {
        school = school();
        course = course();
        sent = enrolment("E-1", course(), People.iin());
        id = enrolled(school, sent);
    }

    @Test
    void an_enrolment_is_withdrawn_by_its_reference() {
        withdraws(school, "E-1", "2026-04-01")
                .statusCode(201)
                .body("status", equalTo("withdrawn"))
                .body("version", equalTo(2));
    }

    @Test
    void the_same_withdrawal_by_the_id_of_its_enrolment_changes_nothing() {
        withdraws(school, "E-1", "2026-04-01").statusCode(201);

        withdraws(school, id, "2026-04-01").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_withdrawal_on_another_day_is_a_conflict() {
        withdraws(school, "E-1", "2026-04-01").statusCode(201);

        withdraws(school, "E-1", "2026-04-02").statusCode(409).body("errors.pointer", contains("/on"));
    }

    @Test
    void an_enrolment_that_is_sent_again_stays_withdrawn() {
        withdraws(school, "E-1", "2026-04-01").statusCode(201);

        enrol(school, sent).statusCode(200).body("status", equalTo("withdrawn"));
    }

    @Test
    void nobody_has_left_tomorrow() {
        withdraws(school, "E-1", "2126-04-01").statusCode(422).body("errors.code", contains("in-the-future"));
    }

    @Test
    void an_enrolment_of_another_institution_cannot_be_withdrawn() {
        withdraws(school(), id, "2026-04-01").statusCode(404).body("type", containsString("not-found"));
    }

    @Test
    void withdrawals_in_one_file_see_each_other() {
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
    void a_correction_makes_a_new_version() {
        corrects(school, "E-1", toAnotherCourse() + ", \"version\": 1")
                .statusCode(200)
                .body("course", equalTo(course))
                .body("region", equalTo("KZ-71"))
                .body("version", equalTo(2));
    }

    @Test
    void the_same_correction_sent_twice_changes_nothing() {
        corrects(school, "E-1", toAnotherCourse() + ", \"version\": 1").statusCode(200);

        corrects(school, "E-1", toAnotherCourse() + ", \"version\": 1")
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void the_content_before_a_correction_is_the_same_enrolment_as_the_content_after_it() {
        corrects(school, "E-1", toAnotherCourse()).statusCode(200);

        String asCorrected = sent.replaceAll("\"course\": \"[^\"]+\"", toAnotherCourse());
        enrol(school, sent).statusCode(200).body("course", equalTo(course));
        enrol(school, asCorrected).statusCode(200).body("version", equalTo(2));
    }

    private String toAnotherCourse() {
        return "\"region\": \"KZ-71\", \"course\": \"" + course + "\"";
    }

    @Test
    void a_correction_of_a_version_that_is_not_current_is_refused() {
        corrects(school, "E-1", "\"region\": \"KZ-71\", \"version\": 2")
                .statusCode(409)
                .body("type", containsString("version-conflict"));
    }

    @Test
    void a_correction_that_says_nothing_new_changes_nothing() {
        corrects(school, "E-1", "\"region\": \"KZ-75\", \"enrolledOn\": \"2026-02-01\"")
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void a_correction_keeps_to_the_rules_of_an_enrolment() {
        post(school, "enrolment-corrections", """
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
    void corrections_in_one_file_see_each_other() {
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
    void a_suspended_institution_withdraws_nothing() {
        suspend(school);

        withdraws(school, "E-1", "2026-04-01").statusCode(422).body("errors.code", contains("institution-suspended"));
    }

    @Test
    void a_suspended_institution_corrects_nothing() {
        suspend(school);

        corrects(school, "E-1", "\"region\": \"KZ-71\"")
                .statusCode(422)
                .body("errors.code", contains("institution-suspended"));
    }

    @Test
    void the_office_corrects_enrolments_of_a_suspended_institution() {
        suspend(school);

        office().body(correction("E-1", "\"region\": \"KZ-71\", \"institution\": \"" + school + "\""))
                .post("/v1/enrolment-corrections")
                .then()
                .statusCode(200);
    }
}
