package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.correction;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What names a person is accepted neither as a reference nor in a reason. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TextsThatNamePeopleTest {

    private static final String NAME = "Ахметова Айгерім";

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void no_new_enrolment_is_accepted_under_a_name() {
        enrol(school, enrolment(NAME, course, People.iin()))
                .statusCode(422)
                .body("errors.pointer", contains("/reference"))
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void the_row_of_a_table_whose_reference_is_a_telephone_number_is_rejected_alone() {
        partner(school)
                .contentType("text/csv")
                .body("""
                        reference,course,cohort,iin,enrolledOn
                        8 701 123 45 67,%1$s,pupils,%2$s,2026-02-01
                        E-2,%1$s,pupils,%2$s,2026-02-01
                        """.formatted(course, People.iin()).getBytes(StandardCharsets.UTF_8))
                .post("/v1/enrolments/batch")
                .then()
                .body("results.status", contains("rejected", "accepted"))
                .body("results[0].problem.errors.column", contains("reference"))
                .body("results[0].problem.errors.code", contains("looks-personal"));
    }

    @Test
    void a_dry_run_rejects_a_name_too() {
        post(school, "enrolments?dryRun=true", enrolment(NAME, course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void a_reason_does_not_say_to_whom_it_happened() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        post(
                        school,
                        "enrolment-corrections",
                        correction("E-1", "\"region\": \"KZ-71\"")
                                .replaceFirst("\"reason\": \"[^\"]*\"", "\"reason\": \"" + NAME + "\""))
                .statusCode(422)
                .body("errors.pointer", contains("/reason"))
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void the_sentence_says_what_to_write_instead() {
        partner(school)
                .header("Accept-Language", "ru")
                .body(enrolment(NAME, course, People.iin()))
                .post("/v1/enrolments")
                .then()
                .body("errors[0].detail", containsString("Укажите свой номер или код"));
    }

    /** Such references were accepted once; nobody can send one any more, and the enrolment has an id. */
    @Test
    void an_enrolment_that_has_a_name_as_its_reference_is_listed_corrected_and_withdrawn_by_its_id() {
        String id = enrolled(school, enrolment("E-1", course, People.iin()));
        DatabaseFixture.execute("update enrolment set reference = '" + NAME + "' where id = '" + id + "'");

        corrects(school, id, "\"region\": \"KZ-71\"").statusCode(200);
        withdraws(school, id, "2026-04-01").statusCode(201);

        partner(school)
                .get("/v1/enrolments")
                .then()
                .body("items.reference", contains(NAME))
                .body("items.region", contains("KZ-71"))
                .body("items.status", contains("withdrawn"));
    }
}
