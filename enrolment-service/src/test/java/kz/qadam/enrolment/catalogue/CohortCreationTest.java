package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.createCohort;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CohortCreationTest {

    @Test
    void a_new_cohort_is_the_last_of_all_and_says_where_it_is() {
        String code = fresh("cohort");

        createCohort(code, cohort("2000-01-01", "1000"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith("/v1/cohorts/" + code))
                .body("target", equalTo(1000))
                .body("plan", nullValue());

        anybody()
                .get("/v1/cohorts")
                .then()
                .body("items[-1].code", equalTo(code))
                .body("items[-1].names.kk", equalTo("Мұғалімдер"));
    }

    @Test
    void learners_are_enrolled_in_a_new_cohort() {
        String code = cohort();

        enrol(school(), enrolment("E-1", course(), code, People.iin()))
                .statusCode(201)
                .body("cohort", equalTo(code));
    }

    @Test
    void before_its_first_day_a_new_cohort_has_no_target() {
        String code = fresh("cohort");
        String body = cohort("2027-01-01", "1000").replace("\"requirement\": {}", "\"requirement\": {\"hours\": 72}");

        createCohort(code, body).statusCode(201).header("ETag", "\"2\"").body("target", equalTo(1000));

        anybody()
                .get("/v1/cohorts/" + code + "?on=2026-12-31")
                .then()
                .body("target", nullValue())
                .body("requirement.hours", equalTo(72));
    }

    @Test
    void a_new_cohort_has_a_plan_of_its_own() {
        String planned = cohort("2000-01-01", "1000").replace("\"reason\"", """
                "plan": {"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1]},
                 "reason\"""");

        createCohort(fresh("cohort"), planned).statusCode(201).body("plan.milestones.percent", contains(54));
    }

    @Test
    void what_has_neither_header_creates_nothing() {
        put("/v1/cohorts/" + fresh("cohort"), null, cohort("2000-01-01", "1000"))
                .statusCode(428)
                .body("detail", containsString("If-None-Match: *"));
    }

    @Test
    void what_has_neither_header_changes_nothing() {
        put("/v1/cohorts/" + cohort(), null, cohort("2000-01-01", "2000")).statusCode(428);
    }

    @Test
    void a_cohort_that_exists_is_not_created_again() {
        createCohort(cohort(), cohort("2000-01-01", "1000")).statusCode(412);
    }

    @Test
    void that_a_cohort_exists_is_said_before_its_content_is_read() {
        createCohort("pupils", "{}").statusCode(412);
    }

    @Test
    void a_cohort_is_not_created_by_who_names_the_state_that_was_seen() {
        office().header("If-None-Match", "*")
                .header("If-Match", "\"1\"")
                .body(cohort("2000-01-01", "1000"))
                .put("/v1/cohorts/" + fresh("cohort"))
                .then()
                .statusCode(412);
    }

    @Test
    void a_tag_in_the_place_of_the_asterisk_is_refused() {
        office().header("If-None-Match", "\"1\"")
                .body(cohort("2000-01-01", "1000"))
                .put("/v1/cohorts/" + fresh("cohort"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("only-to-create"))
                .body("errors.parameter", contains("If-None-Match"));
    }

    @Test
    void a_cohort_has_names_in_three_languages() {
        createCohort(fresh("cohort"), """
                        {"names": {"kk": "М", "en": "T"}, "target": 1, "requirement": {}, "validFrom": "2026-01-01",
                         "reason": "?"}""").statusCode(400).body("errors.pointer", contains("/names/ru"));
    }

    @Test
    void members_that_are_missing_or_unknown_are_named() {
        createCohort(fresh("cohort"), """
                        {"target": 1, "requirement": {}, "validFrom": "2026-01-01", "reason": "?", "colour": "red"}""").statusCode(400).body("errors.pointer", contains("/names", "/colour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "991231100010"})
    void a_code_that_means_something_else_is_no_cohort(String code) {
        createCohort(code, cohort("2000-01-01", "1000")).statusCode(422).body("errors.parameter", contains("code"));
    }

    @Test
    void only_the_office_creates_and_withdraws() {
        String code = cohort();

        partner("school-1")
                .header("If-None-Match", "*")
                .body(cohort("2000-01-01", "1000"))
                .put("/v1/cohorts/" + fresh("cohort"))
                .then()
                .statusCode(403);
        partner("school-1")
                .header("If-Match", "*")
                .delete("/v1/cohorts/" + code)
                .then()
                .statusCode(403);
        anybody().delete("/v1/cohorts/" + code).then().statusCode(401);
    }

    @Test
    void the_template_explains_a_new_cohort_in_the_language_of_its_reader() throws Exception {
        String code = cohort();

        assertThat(meaningOfCohort("ru")).contains("pupils (Школьники)", code + " (Учителя)");
    }

    @Test
    void the_page_for_files_explains_a_new_cohort_in_the_language_of_its_reader() {
        String code = cohort();

        office().get("/enrolment-files?lang=kk").then().body(containsString(code + " (Мұғалімдер)"));
    }

    @Test
    void the_template_does_not_explain_a_withdrawn_cohort() throws Exception {
        String code = cohort();
        withdraw(code, "*").statusCode(204);

        assertThat(meaningOfCohort("en")).contains("pupils (School pupils)").doesNotContain(code);
    }

    private static String meaningOfCohort(String language) throws Exception {
        var file = office().header("Accept-Language", language)
                .get("/v1/enrolments/template.xlsx")
                .asInputStream();
        try (var workbook = new XSSFWorkbook(file)) {
            for (Row row : workbook.getSheetAt(1)) {
                if (row.getCell(0).getStringCellValue().equals("cohort")) {
                    return row.getCell(2).getStringCellValue();
                }
            }
        }
        throw new AssertionError("The template has no column cohort");
    }
}
