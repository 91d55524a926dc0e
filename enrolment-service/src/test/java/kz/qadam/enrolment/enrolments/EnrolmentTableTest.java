package kz.qadam.enrolment.enrolments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.enrolment.FilledIn;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people fill them in: from a template, or sheets of their own. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTableTest {

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    private byte[] template(String form) {
        return partner(school)
                .get("/v1/enrolments/template." + form)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"enrolments." + form + "\""))
                .extract()
                .asByteArray();
    }

    private ValidatableResponse post(String type, byte[] file) {
        return batch(school, type, file);
    }

    static ValidatableResponse batch(String school, String type, byte[] file) {
        return partner(school)
                .contentType(type)
                .body(file)
                .post("/v1/enrolments/batch")
                .then();
    }

    @Test
    void a_template_that_was_filled_in_is_taken() {
        byte[] file = FilledIn.of(
                template("xlsx"),
                "reference,course,cohort,iin,region,enrolledOn",
                new Object[] {"Е-1/10 Ә", course, "pupils", People.iin(), "KZ-71", "01.02.2026"},
                new Object[] {"Е-2/10 Ә", course, "pupils", People.iin(), "", "2026-02-01"});

        post(Batch.XLSX, file)
                .statusCode(207)
                .body("results.status", contains("accepted", "accepted"))
                .body("results.line", contains(2, 3))
                .body("results[0].reference", equalTo("Е-1/10 Ә"));
    }

    @Test
    void a_template_that_was_not_filled_in_holds_nothing() {
        post(Batch.XLSX, template("xlsx")).statusCode(400).body("errors.code", contains("empty"));
        post(Batch.CSV, template("csv")).statusCode(400).body("errors.code", contains("empty"));
    }

    @Test
    void the_templates_have_every_column_that_is_read() {
        assertThat(EnrolmentTemplateResource.TEMPLATE.names())
                .containsExactlyElementsOf(EnrolmentPost.READER.columns().names());
    }

    @Test
    void templates_are_for_those_who_enrol() {
        anybody().get("/v1/enrolments/template.csv").then().statusCode(401);
        auditor().get("/v1/enrolments/template.xlsx").then().statusCode(403);
    }

    @Test
    void a_sheet_of_ones_own_is_read_by_what_its_cells_hold() {
        String iin = People.iin();
        byte[] file = FilledIn.of(
                FilledIn.plain("reference,course,cohort,iin,enrolledOn"),
                "reference,course,cohort,iin,enrolledOn",
                new Object[] {1, course, "pupils", Long.valueOf(iin), LocalDate.of(2026, 2, 1)},
                new Object[] {2, course, "pupils", 91_231_100_010L, LocalDate.of(2026, 2, 1)},
                new Object[] {3, "none", "pupils", "99123110001", "02/01/2026"});

        post(Batch.XLSX, file)
                .statusCode(207)
                .body("results.status", contains("accepted", "rejected", "rejected"))
                .body("results[0].reference", equalTo("1"))
                .body("results[1].problem.errors.code", contains("iin-leading-zero"))
                .body("results[1].problem.errors.column", contains("iin"))
                .body("results[1].line", equalTo(3))
                .body("results[2].problem.errors.column", equalTo(List.of("iin", "enrolledOn", "course")));
    }

    @Test
    void what_is_wrong_with_a_learner_is_named_by_a_column_of_the_table() {
        String header = "reference;course;cohort;iin;documentCountry;documentNumber;enrolledOn\n";
        String same = ";" + course + ";pupils;";
        post(Batch.CSV, (header + "E-1" + same + People.iin() + ";;;01.02.2026\n").getBytes(UTF_8));

        post(
                        Batch.CSV,
                        (header
                                        + ("E-1" + same + ";UZ;AA 1;01.02.2026\n")
                                        + ("E-2" + same + ";;;01.02.2026\n")
                                        + ("E-3" + same + People.iin() + ";UZ;AA 1;01.02.2026\n"))
                                .getBytes(UTF_8))
                .body("results.status", contains("conflict", "rejected", "rejected"))
                .body("results.problem.errors.code.flatten()", contains("differs", "missing", "one-identity"))
                .body("results.problem.errors.pointer.flatten()", everyItem(equalTo("/learner")))
                .body("results.problem.errors.column.flatten()", contains("documentCountry", "iin", "iin"))
                .body("results.problem.errors.detail.flatten()", hasItem(containsString("documentNumber")));
    }

    @Test
    void what_became_of_each_row_of_a_sheet_is_answered_as_a_csv_for_excel() {
        byte[] file = FilledIn.of(template("xlsx"), "reference,course,cohort,iin,enrolledOn", new Object[] {
            "E-1", course, "pupils", "991231100011", "01.02.2026"
        });

        String answer = partner(school)
                .contentType(Batch.XLSX)
                .accept(Batch.CSV)
                .body(file)
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(207)
                .extract()
                .asString();

        assertThat(answer)
                .startsWith("\uFEFFreference;institution;course;cohort;iin;")
                .contains("enrolledOn;" + attributes(name -> name + ";") + "_line;_status;_error;_id\r\nE-1;;" + course
                        + ";pupils;991231100011;")
                .contains(";01.02.2026;" + attributes(name -> ";") + "2;rejected;");
    }

    @Test
    void json_is_answered_as_a_table_with_every_column() {
        String answer = partner(school)
                .accept(Batch.CSV)
                .body(
                        "[{\"reference\": \"E-1\", \"learner\": {\"document\": {\"country\": \"UZ\", \"number\": \"A 1\"}}}]")
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(207)
                .extract()
                .asString();

        assertThat(answer.lines().skip(1))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("E-1,,,,,UZ,A 1,,,,," + attributes(name -> ",") + "rejected,");
    }

    /** What each attribute of an enrolment adds to a line. */
    private static String attributes(UnaryOperator<String> column) {
        return EnrolmentAttributes.declared().stream()
                .map(one -> column.apply(one.name()))
                .collect(Collectors.joining());
    }

    @Test
    void json_stays_what_is_answered_where_nothing_else_is_asked_for() {
        post(Batch.CSV, "reference\nE-1\n".getBytes(UTF_8))
                .contentType("application/json")
                .body("items", nullValue())
                .body("results[0].problem.type", startsWith("http"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kk|course: каталогта ондай курс жоқ.",
                "ru|course: такого курса в каталоге нет.",
                "en|course: the catalogue has no such course."
            })
    void what_is_wrong_with_a_row_is_explained_in_the_language_of_its_reader(String language, String sentence) {
        String row = "E-1,none,pupils,%s,2026-02-01".formatted(People.iin());

        String answer = partner(school)
                .contentType(Batch.CSV)
                .accept(Batch.CSV)
                .header("Accept-Language", language)
                .body("reference,course,cohort,iin,enrolledOn\n" + row + "\n")
                .post("/v1/enrolments/batch")
                .asString();

        assertThat(answer).contains(row + ",2,rejected," + sentence);
    }
}
