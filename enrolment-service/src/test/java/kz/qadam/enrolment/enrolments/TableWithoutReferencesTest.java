package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school that has names and numbers, and no references of its own. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TableWithoutReferencesTest {

    private String school;
    private String course;
    private String table;

    @BeforeEach
    void open() {
        school = school();
        course = course();
        table = "iin;course;cohort;enrolledOn;completedOn;_аты\r\n"
                + row(People.iin(), "31.05.2026;Айша")
                + row(People.iin(), "01.06.2026;Нұржан");
    }

    private String row(String iin, String rest) {
        return "%s;%s;pupils;01.02.2026;%s\r\n".formatted(iin, course, rest);
    }

    private ValidatableResponse sends(String csv, String query) {
        return partner(school)
                .contentType("text/csv")
                .body(csv)
                .post("/v1/enrolments/batch" + query)
                .then()
                .statusCode(207);
    }

    private String answerTo(String csv) {
        return partner(school)
                .contentType("text/csv")
                .accept("text/csv")
                .body(csv)
                .post("/v1/enrolments/batch")
                .asString();
    }

    @Test
    void each_enrolment_gets_a_reference_that_is_derived() {
        sends(table, "")
                .body("accepted", equalTo(2))
                .body("results.reference", everyItem(matchesPattern("e-[a-p]{32}")));
    }

    @Test
    void sending_it_again_changes_nothing() {
        List<String> references = sends(table, "").extract().path("results.reference");

        sends(table, "").body("duplicate", equalTo(2)).body("results.reference", equalTo(references));
    }

    @Test
    void a_dry_run_equals_the_run_and_names_no_reference_yet() {
        sends(table, "?dryRun=true").body("accepted", equalTo(2)).body("results.reference", everyItem(nullValue()));
        sends(table, "").body("accepted", equalTo(2));
    }

    @Test
    void a_person_twice_in_a_table_is_enrolled_once() {
        sends(table + table.lines().skip(1).findFirst().orElseThrow() + "\r\n", "")
                .body("results.status", contains("accepted", "accepted", "duplicate"));
    }

    @Test
    void another_day_for_the_same_person_and_course_is_a_conflict() {
        sends(table, "");

        sends(table.replace("01.02.2026", "02.02.2026"), "")
                .body("conflict", equalTo(2))
                .body("results[0].problem.errors.column", contains("enrolledOn"));
    }

    @Test
    void the_reference_stays_the_same_when_two_learners_turn_out_to_be_one_person() {
        List<String> learners = sends(table, "").extract().path("results.learnerId");
        office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"one person\"}"
                        .formatted(learners.get(0), learners.get(1)))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);

        sends(table, "").body("duplicate", equalTo(2));
    }

    @Test
    void the_reference_says_nothing_of_the_number_and_differs_by_school() {
        String reference = sends(table, "").extract().path("results[0].reference");
        school = school();

        String elsewhere = sends(table, "").extract().path("results[0].reference");

        assertThat(elsewhere).isNotEqualTo(reference);
    }

    @Test
    void the_answer_as_a_table_is_the_one_to_send_next() {
        String answer = answerTo(table + row("991231100011", ";Ерасыл"));

        assertThat(answer.lines())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("\uFEFFenrolment;completedOn;_course;_cohort;_enrolledOn;_аты;"
                                        + "_line;_status;_error;_id"),
                        first -> assertThat(first)
                                .matches("e-[a-p]{32};31.05.2026;" + course
                                        + ";pupils;01.02.2026;Айша;2;accepted;;[0-9a-f-]{36}"),
                        second -> assertThat(second).contains(";01.06.2026;", ";Нұржан;3;accepted;"),
                        wrong -> assertThat(wrong).startsWith(";;").contains(";Ерасыл;4;rejected;"));
        assertThat(answer).doesNotContain("9912311", "iin;");
    }

    @Test
    void of_a_large_file_the_kept_rows_are_the_table_to_send_next() {
        var files = new SentFiles(school, course);
        String job = files.sent(table + row("991231100011", ";Ерасыл"));

        assertThat(files.finished(job).getString("kept")).isEqualTo(job + "/kept.csv");
        assertThat(partner(school).get(job + "/kept.csv").asString().lines())
                .hasSize(3)
                .startsWith("\uFEFFenrolment;completedOn;_course;_cohort;_enrolledOn;_аты;_line");
        String again = files.sent(table);
        files.finished(again);
        assertThat(partner(school).get(again + "/kept.csv").asString().lines()).hasSize(3);
    }

    @Test
    void the_kept_rows_of_a_file_are_its_senders_alone() {
        var files = new SentFiles(school, course);
        String job = files.sent(table);
        files.finished(job);
        String other = files.sent(SentFiles.HEADER + files.row("E-1"));

        partner(school()).get(job + "/kept.csv").then().statusCode(404);
        office().get(job + "/kept.csv").then().statusCode(404);
        partner(school).get(other + "/kept.csv").then().statusCode(404);
        assertThat(files.finished(other).getString("kept")).isNull();
    }

    @Test
    void a_table_with_the_column_needs_a_reference_in_each_row_and_json_does_too() {
        sends(SentFiles.HEADER + ";" + course + ";pupils;" + People.iin() + ";01.02.2026\r\n", "")
                .body("results[0].problem.errors.code", contains("missing"));
        enrol(school, enrolment("E", course, People.iin()).replace("\"reference\": \"E\", ", ""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/reference"));
    }

    @Test
    void a_sheet_of_names_and_numbers_needs_a_profile_and_nothing_else() {
        administrator(school)
                .body("""
                        {"columns": [
                           {"name": "iin", "headers": ["ЖСН"]},
                           {"name": "_аты-жөні", "headers": ["Аты-жөні"]},
                           {"name": "course", "constant": "%s"},
                           {"name": "cohort", "constant": "pupils"},
                           {"name": "enrolledOn", "constant": "2026-02-01"},
                           {"name": "completedOn", "constant": "2026-05-31"}]}
                        """.formatted(course))
                .put("/v1/enrolment-table-profiles/" + school + "/names")
                .then()
                .statusCode(201);

        String answer = partner(school)
                .contentType("text/csv")
                .accept("text/csv")
                .body(Exports.bytes("names-and-numbers.csv"))
                .post("/v1/enrolments/batch?profile=names")
                .asString();

        assertThat(answer.lines().skip(1))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches("e-[a-p]{32}\t2026-05-31\t.*accepted.*"));
        assertThat(answer).contains("Болатова Мәдина").doesNotContain("990203");
    }
}
