package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TargetTest {

    private static final String PLANNED = """
            {"target": 600000, "requirement": {}, "validFrom": "2040-01-01", "reason": "Order 19", "plan":
             {"milestones": [{"on": "2027-12-31", "trained": 100000}, {"on": "2029-12-31", "percent": 54.50}],
              "season": [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 2]}}""";

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "0000-01-01", "2026-02-30", "2026-05", "%20"})
    void a_day_that_no_calendar_has_is_refused(String day) {
        for (String path : List.of("/v1/cohorts", "/v1/cohorts/pupils")) {
            anybody()
                    .urlEncodingEnabled(false)
                    .get(path + "?on=" + day)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("on"));
        }
    }

    @Test
    void a_target_holds_from_its_first_day_on() {
        String path = pathOfCohort();

        put(path, "\"1\"", target("95000", "2030-01-01")).statusCode(200).body("target", equalTo(95_000));

        anybody().get(path + "?on=2029-12-31").then().body("target", equalTo(1_000));
        anybody().get(path + "?on=2030-01-01").then().body("target", equalTo(95_000));
    }

    @Test
    void a_requirement_holds_from_its_first_day_on() {
        String path = pathOfCohort();
        String stricter = target("95000", "2030-01-01").replace("{}", """
                {"courses": ["%s"], "minCourses": 2, "hours": 36}""".formatted(course()));

        put(path, "\"1\"", stricter).statusCode(200);

        anybody().get(path + "?on=2029-12-31").then().body("requirement.minCourses", nullValue());
        anybody().get(path + "?on=2030-01-01").then().body("requirement.minCourses", equalTo(2));
    }

    @Test
    void every_version_of_a_target_is_listed_with_its_reason() {
        String path = pathOfCohort();

        put(path, "\"1\"", target("95000", "2030-01-01")).statusCode(200);

        anybody()
                .get(path + "/versions")
                .then()
                .body("items.target", contains(1_000, 95_000))
                .body("items[1].reason", equalTo("Order 17"));
    }

    @Test
    void a_target_is_not_changed_without_a_tag() {
        put(pathOfCohort(), null, target("95000", "2030-01-01")).statusCode(428);
    }

    @Test
    void the_same_target_sent_twice_with_one_tag_changes_nothing() {
        String path = pathOfCohort();
        put(path, "\"1\"", target("95000", "2030-01-01")).statusCode(200);

        put(path, "\"1\"", target("95000", "2030-01-01")).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void of_two_versions_with_one_first_day_the_later_recorded_holds() {
        String path = pathOfCohort();

        put(path, "*", target("81000", "2031-01-01")).statusCode(200);
        put(path, "*", target("82000", "2031-01-01")).statusCode(200);

        anybody().get(path + "?on=2031-06-01").then().body("target", equalTo(82_000));
    }

    private static String pathOfCohort() {
        return "/v1/cohorts/" + cohort();
    }

    private static String target(String target, String validFrom) {
        return """
                {"target": %s, "requirement": {}, "validFrom": "%s", "reason": "Order 17"}""".formatted(target, validFrom);
    }

    @Test
    void a_requirement_names_courses_of_the_catalogue() {
        put("/v1/cohorts/students", "*", """
                        {"target": 1, "requirement": {"courses": ["none"]}, "validFrom": "2030-01-01", "reason": "?"}""").statusCode(422).body("errors.code", contains("unknown-course"));
    }

    @Test
    void a_cohort_without_a_target_says_null() {
        put("/v1/cohorts/students", "*", """
                        {"requirement": {"hours": 0}, "validFrom": "2030-01-01", "reason": "?"}""")
                .statusCode(400)
                .body("errors.pointer", contains("/target", "/requirement/hours"));
    }

    @Test
    void by_default_pupils_are_expected_by_the_school_year_and_on_the_day_of_the_digital_nation() {
        anybody()
                .get("/v1/cohorts/pupils?on=2026-06-01")
                .then()
                .body("plan.milestones.on", contains("2028-09-08"))
                .body("plan.milestones.percent", contains(54))
                .body("plan.season[6]", equalTo(0))
                .body("plan.season", hasSize(12));
    }

    @Test
    void citizens_have_no_plan() {
        anybody().get("/v1/cohorts/citizens?on=2026-06-01").then().body("plan", nullValue());
    }

    @Test
    void a_plan_that_is_sent_twice_changes_nothing() {
        String path = pathOfCohort();
        String tag = put(path, "*", PLANNED)
                .statusCode(200)
                .body("plan.milestones[0].trained", equalTo(100_000))
                .body("plan.milestones[1].percent", equalTo(54.5f))
                .extract()
                .header("ETag");

        put(path, "*", PLANNED.replace("54.50", "54.5")).header("ETag", equalTo(tag));
    }

    @Test
    void a_plan_stays_while_a_change_does_not_name_it() {
        String path = pathOfCohort();
        put(path, "*", PLANNED).statusCode(200);

        put(path, "*", target("700000", "2041-01-01"))
                .statusCode(200)
                .body("plan.milestones[1].percent", equalTo(54.5f))
                .body("plan.season[11]", equalTo(2));
    }

    @Test
    void a_plan_is_taken_away_by_null() {
        String path = pathOfCohort();
        put(path, "*", PLANNED).statusCode(200);

        put(path, "*", target("700000", "2041-01-01").replace("\"reason\"", "\"plan\": null, \"reason\""))
                .statusCode(200)
                .body("plan", nullValue());
    }

    private static String plan(String target, String plan) {
        return target(target, "2042-01-01").replace("\"reason\"", "\"plan\": " + plan + ", \"reason\"");
    }

    @Test
    void what_breaks_a_rule_of_plans_is_named_by_its_place() {
        put(pathOfCohort(), "*", plan("500", """
                        {"milestones": [{"on": "2026-01-01", "trained": 0}, {"on": "2028-01-01", "percent": 40},
                                        {"on": "2028-01-01", "trained": 199}, {"on": "2029-01-01", "trained": 501}],
                         "season": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}"""))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/plan/milestones/0/on",
                                "/plan/milestones/2/on",
                                "/plan/milestones/2/trained",
                                "/plan/milestones/3/trained",
                                "/plan/season"))
                .body("errors.code", contains("outside-programme", "not-later", "falls", "beyond-target", "season"));
    }

    @Test
    void what_cannot_be_read_of_a_plan_is_named_by_its_place() {
        put(pathOfCohort(), "*", plan("null", """
                        {"milestones": [{"on": "2028-01-01"}, {"on": "2028-02-01", "percent": 1, "trained": 1},
                                        {"on": "2028-03-01", "percent": 12.345}, {"percent": 101}],
                         "season": [1, 2.5], "pace": 1}"""))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/plan/milestones/0/trained",
                                "/plan/milestones/1/trained",
                                "/plan/milestones/2/percent",
                                "/plan/milestones/3/percent",
                                "/plan/milestones/3/on",
                                "/plan/season/1",
                                "/plan/pace"));
    }

    @Test
    void a_share_of_no_target_is_refused() {
        put(pathOfCohort(), "*", plan("null", "{\"milestones\": [{\"on\": \"2028-01-01\", \"percent\": 1}]}"))
                .statusCode(422)
                .body("errors.code", contains("no-target"));
    }
}
