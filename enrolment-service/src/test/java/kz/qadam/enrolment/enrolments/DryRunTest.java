package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DryRunTest {

    private static final String CORRECTION = """
            {"enrolment": "E-1", "cohort": "students", "reason": "no pupil"}""";

    @Inject
    Database database;

    private String school;
    private String course;
    private final String iin = People.iin();

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private ValidatableResponse tried(String path, String body) {
        return post(school, path + "?dryRun=true", body);
    }

    private String enrolled(String reference) {
        return Caller.enrolled(school, enrolment(reference, course, iin));
    }

    @Test
    void an_enrolment_that_is_tried_is_answered_with_what_it_would_do() {
        tried("enrolments", enrolment("E-1", course, iin))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("accepted"))
                .body("enrolment.reference", equalTo("E-1"))
                .body("enrolment.region", equalTo("KZ-75"))
                .body("enrolment.version", equalTo(1))
                .body("enrolment.id", nullValue())
                .body("enrolment.learnerId", nullValue())
                .body("effect.cohorts.cohort", contains("pupils"))
                .body("effect.cohorts.enrolled", contains(1))
                .body("effect.completionsJudgedAgain", equalTo(0));
    }

    @Test
    void an_enrolment_that_is_tried_is_not_kept() {
        tried("enrolments", enrolment("E-1", course, iin)).statusCode(200);

        partner(school).get("/v1/enrolments").then().body("items", hasSize(0));
        enrolled("E-1");
    }

    @Test
    void what_was_sent_before_would_do_nothing() {
        String id = enrolled("E-1");

        tried("enrolments", enrolment("E-1", course, iin))
                .body("status", equalTo("duplicate"))
                .body("enrolment.id", equalTo(id))
                .body("effect.cohorts", empty());
    }

    @Test
    void a_second_course_enrols_nobody_more() {
        enrolled("E-1");

        tried("enrolments", enrolment("E-2", course(), iin)).body("effect.cohorts", empty());
    }

    @Test
    void an_enrolment_that_would_be_refused_is_refused() {
        tried("enrolments", enrolment("E-1", "none", iin)).statusCode(422);
    }

    @Test
    void a_withdrawal_that_would_be_refused_is_refused() {
        tried("withdrawals", """
                        {"enrolment": "E-9", "on": "2026-04-01"}""").statusCode(404);
    }

    @Test
    void a_dry_run_is_either_true_or_false() {
        post(school, "enrolments?dryRun=yes", enrolment("E-1", course, iin)).statusCode(400);
    }

    @Test
    void a_withdrawal_that_is_tried_changes_no_count() {
        enrolled("E-1");

        tried("withdrawals", """
                        {"enrolment": "E-1", "on": "2026-04-01"}""")
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("enrolment.status", equalTo("withdrawn"))
                .body("enrolment.version", equalTo(2))
                .body("effect.cohorts", empty())
                .body("effect.completionsJudgedAgain", equalTo(0));

        partner(school)
                .get("/v1/enrolments?reference=E-1")
                .then()
                .body("items.status", contains("enrolled"))
                .body("items.version", contains(1));
    }

    @Test
    void a_correction_that_is_tried_is_answered_with_cohorts_that_would_change_and_completions_to_judge_again() {
        completed(enrolled("E-1"));

        tried("enrolment-corrections", CORRECTION)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("enrolment.cohort", equalTo("students"))
                .body("effect.cohorts.cohort", contains("pupils", "students"))
                .body("effect.cohorts.enrolled", contains(-1, 1))
                .body("effect.completionsJudgedAgain", equalTo(1));

        partner(school).get("/v1/enrolments?reference=E-1").then().body("items.cohort", contains("pupils"));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("kz.qadam.enrolment.enrolments.EnrolmentAttributesTest#attributes")
    void no_completion_is_judged_again_because_of_an_attribute(EnrolmentAttributesTest.Attribute one) {
        completed(enrolled("E-1"));

        tried("enrolment-corrections", """
                        {"enrolment": "E-1", %s, "reason": "it was not said"}""".formatted(one.member()))
                .statusCode(200)
                .body("effect.completionsJudgedAgain", equalTo(0));
    }

    private void completed(String enrolment) {
        database.transaction(handle -> handle.createUpdate("""
                        insert into completion (id, enrolment_id, accepted, version) values (:id, :enrolment, true, 1)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("enrolment", UUID.fromString(enrolment))
                .execute());
    }

    @Test
    void a_partner_sees_the_effect_on_its_own_enrolments() {
        enrolled("E-1");

        post(school(), "enrolments?dryRun=true", enrolment("E-1", course, iin))
                .body("effect.cohorts.enrolled", contains(1));
    }

    @Test
    void the_office_sees_the_effect_on_all_enrolments() {
        enrolled("E-1");

        office().body(enrolment("E-1", course, iin).replace("{\"ref", "{\"institution\": \"" + school() + "\", \"ref"))
                .post("/v1/enrolments?dryRun=true")
                .then()
                .body("effect.cohorts", empty());
    }

    @Test
    void a_batch_of_enrolments_that_is_tried_is_answered_with_what_all_would_do_together() {
        String body = enrolment("E-2", course, People.iin());

        tried("enrolments/batch", "[" + body + "," + body.replace("E-2", "E-3") + "]")
                .statusCode(207)
                .body("accepted", equalTo(2))
                .body("effect.cohorts.enrolled", contains(1));
    }

    @Test
    void a_batch_of_corrections_that_is_tried_is_answered_with_what_it_would_do() {
        enrolled("E-1");

        tried("enrolment-corrections/batch", "[" + CORRECTION + "]").body("effect.cohorts.enrolled", contains(-1, 1));
    }

    @Test
    void an_atomic_batch_with_a_bad_row_would_do_nothing() {
        enrolled("E-1");

        post(school, "enrolment-corrections/batch?dryRun=true&atomic=true", "[" + CORRECTION + ",{}]")
                .body("effect.cohorts", empty());
    }
}
