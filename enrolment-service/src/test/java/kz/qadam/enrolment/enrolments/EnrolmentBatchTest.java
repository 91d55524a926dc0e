package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentBatchTest {

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private ValidatableResponse post(String type, String query, String body) {
        return partner(school)
                .contentType(type)
                .body(body)
                .post("/v1/enrolments/batch" + query)
                .then();
    }

    private ValidatableResponse csv(String rows) {
        return post("text/csv", "", rows);
    }

    @Test
    void every_item_gets_its_own_verdict_in_the_order_of_the_input() {
        String first = enrolment("E-1", course, People.iin());
        String body = String.join(
                ",",
                first,
                first,
                enrolment("E-1", course, People.iin()),
                enrolment("E-2", "none", People.iin()),
                "7",
                enrolment("E-3", course, People.iin()).replace("{\"ref", "{\"institution\": \"other\", \"ref"));

        post("application/json", "", "[" + body + "]")
                .statusCode(207)
                .body("received", equalTo(6))
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("conflict", equalTo(1))
                .body("rejected", equalTo(3))
                .body(
                        "results.status",
                        contains("accepted", "duplicate", "conflict", "rejected", "rejected", "rejected"))
                .body("results[0].learnerId", matchesPattern("[0-9a-f-]{36}"))
                .body("results[2].problem.errors.pointer", contains("/learner"))
                .body("results[5].problem.type", containsString("not-yours"));
    }

    @Test
    void a_table_is_read_as_people_write_it() {
        csv("\uFEFFenrolledOn;iin;cohort;course;reference;_note\r\n"
                        + "01.02.2026;%s;pupils;%s;E-1;\"a; b\"\r\n".formatted(People.iin(), course)
                        + "2026-02-01;%s;pupils;%s;E-2;\r\n".formatted(People.iin(), course))
                .statusCode(207)
                .body("results.status", contains("accepted", "accepted"))
                .body("results.line", contains(2, 3));
    }

    @Test
    void what_a_program_has_spoilt_in_a_table_is_named_with_how_to_mend_it() {
        csv("reference,course,cohort,iin,enrolledOn\n"
                        + "E-1,%s,pupils,91231100010,2026-02-01\n".formatted(course)
                        + "E-2,%s,pupils,\"9,91E+11\",2026-02-01\n".formatted(course)
                        + "E-3,%s,pupils,991231100010,02/01/2026\n".formatted(course))
                .statusCode(207)
                .body("results.problem.errors.code.flatten()", contains("iin-leading-zero", "iin-as-number", "date"))
                .body("results[0].problem.errors[0].column", equalTo("iin"))
                .body("results[0].problem.errors[0].pointer", equalTo("/learner/iin"));
    }

    @Test
    void a_table_without_its_header_row_is_refused_and_not_repeated() {
        csv("E-1,%s,pupils,991231100010,2026-02-01\n".formatted(course))
                .statusCode(400)
                .body(
                        "errors.code",
                        contains(
                                "unknown-column",
                                "unknown-column",
                                "unknown-column",
                                "unknown-column",
                                "unknown-column"))
                .body(not(containsString("991231100010")));
    }

    @Test
    void a_table_has_columns_for_documents() {
        csv(documentRow()).body("results.status", contains("accepted"));
    }

    @Test
    void a_table_has_a_column_for_learners_who_are_known() {
        String learner = csv(documentRow()).extract().path("results[0].learnerId");

        csv("reference,course,cohort,learnerId,enrolledOn\nE-2,%s,citizens,%s,2026-02-01\n".formatted(course, learner))
                .body("results.status", contains("accepted"))
                .body("results[0].learnerId", equalTo(learner));
    }

    private String documentRow() {
        return "reference,course,cohort,documentCountry,documentNumber,enrolledOn\nE-1,%s,citizens,uz,AB 765,2026-02-01\n"
                .formatted(course);
    }

    @Test
    void a_dry_run_judges_like_the_real_one_and_keeps_nothing() {
        String body = enrolment("E-1", course, People.iin()) + "\n" + enrolment("E-2", "none", People.iin());

        post("application/x-ndjson", "?dryRun=true", body)
                .statusCode(207)
                .body("dryRun", equalTo(true))
                .body("results.status", contains("accepted", "rejected"))
                .body("results[0].id", nullValue())
                .body("results[0].learnerId", nullValue());

        partner(school).get("/v1/enrolments").then().body("items", hasSize(0));
    }

    @Test
    void a_misspelt_dry_run_is_refused() {
        post("application/x-ndjson", "?dryRun=ture", enrolment("E-1", course, People.iin()))
                .statusCode(400)
                .body("errors.parameter", contains("dryRun"));
    }

    @Test
    void an_atomic_batch_with_one_bad_row_is_not_kept() {
        String good = enrolment("E-1", course, People.iin());
        String bad = enrolment("E-2", "none", People.iin());

        post("application/x-ndjson", "?atomic=true", good + "\n" + bad)
                .body("results.status", contains("not-kept", "rejected"))
                .body("notKept", equalTo(1));

        partner(school).get("/v1/enrolments").then().body("items", hasSize(0));
    }

    @Test
    void an_atomic_batch_of_good_rows_is_kept() {
        post("application/x-ndjson", "?atomic=true", enrolment("E-1", course, People.iin()))
                .body("results.status", contains("accepted"));
    }

    @Test
    void a_new_person_twice_in_one_batch_is_one_learner() {
        String iin = People.iin();

        var answer = post(
                        "application/x-ndjson",
                        "",
                        enrolment("E-1", course, iin) + "\n" + enrolment("E-2", course, iin))
                .body("results.status", contains("accepted", "accepted"))
                .extract();

        assertThat(answer.<String>path("results[0].learnerId")).isEqualTo(answer.path("results[1].learnerId"));
    }

    private String tenThousand() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> enrolment("E-" + i, course, People.iin()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void ten_thousand_are_accepted_and_sent_again_without_a_change() {
        String body = tenThousand();

        post("application/x-ndjson", "", body).statusCode(207).body("accepted", equalTo(10_000));
        post("application/x-ndjson", "", body).statusCode(207).body("duplicate", equalTo(10_000));
    }

    @Test
    void one_more_than_ten_thousand_are_too_many() {
        post("application/x-ndjson", "", tenThousand() + "\n{}").statusCode(413);
    }

    @Test
    void the_office_sends_for_several_institutions_in_one_file() {
        office().contentType("text/csv")
                .body("reference,institution,course,cohort,iin,enrolledOn\n"
                        + "E-1,%s,%s,pupils,%s,2026-02-01\n".formatted(school, course, People.iin())
                        + "E-1,%s,%s,pupils,%s,2026-02-01\n".formatted(school(), course, People.iin())
                        + "E-1,,%s,pupils,%s,2026-02-01\n".formatted(course, People.iin()))
                .post("/v1/enrolments/batch")
                .then()
                .body("results.status", contains("accepted", "accepted", "rejected"));
    }

    private String answerAsTable(String right) {
        return partner(school)
                .contentType("text/csv")
                .accept("text/csv")
                .header("Accept-Language", "ru")
                .body("_status;reference;course;cohort;iin;enrolledOn;_class\n"
                        + "?;E-1;%s;pupils;%s;2026-02-01;10 A\n".formatted(course, right)
                        + "?;E-2;%s;pupils;%s;02/01/2026;10 Ә\n".formatted(course, People.iin()))
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(207)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    @Test
    void the_answer_can_be_a_table() {
        String right = People.iin();

        String answer = answerAsTable(right);

        assertThat(answer.lines())
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo(
                                        "\uFEFFreference;course;cohort;iin;enrolledOn;_class;_line;_status;_error;_id"),
                        first -> assertThat(first)
                                .matches("E-1;%s;pupils;%s;2026-02-01;10 A;2;accepted;;[0-9a-f-]{36}"
                                        .formatted(course, right)),
                        second -> assertThat(second)
                                .contains(";02/01/2026;10 Ә;3;rejected;\"enrolledOn: ")
                                .endsWith(";"));
    }

    @Test
    void a_table_that_was_answered_can_be_mended_and_sent_again() {
        String mended = answerAsTable(People.iin()).replace("02/01/2026", "01.02.2026");

        csv(mended).body("results.status", contains("duplicate", "accepted"));
    }

    @Test
    void the_refusal_of_a_whole_batch_is_a_problem_also_where_a_table_was_asked_for() {
        partner(school)
                .contentType("text/csv")
                .accept("text/csv")
                .body("reference\n")
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains("empty"));
    }
}
