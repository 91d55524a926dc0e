package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetTest {

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
    void a_target_holds_from_its_day_on() {
        String wanted = """
                {"target": 95000, "requirement": {"courses": ["%s"], "minCourses": 2, "hours": 36},
                 "validFrom": "2030-01-01", "reason": "Order 17"}""".formatted(course());
        String tag =
                anybody().get("/v1/cohorts/civil-servants").then().extract().header("ETag");

        put("/v1/cohorts/civil-servants", null, wanted).statusCode(428);
        put("/v1/cohorts/civil-servants", tag, wanted).statusCode(200).body("target", equalTo(95_000));
        put("/v1/cohorts/civil-servants", tag, wanted).statusCode(200);

        anybody().get("/v1/cohorts/civil-servants?on=2029-12-31").then().body("target", equalTo(90_000));
        anybody()
                .get("/v1/cohorts/civil-servants?on=2030-01-01")
                .then()
                .body("target", equalTo(95_000))
                .body("requirement.minCourses", equalTo(2));
        anybody()
                .get("/v1/cohorts/civil-servants/versions")
                .then()
                .body("items.target", contains(90_000, 95_000))
                .body("items[1].reason", equalTo("Order 17"));
    }

    @Test
    void of_two_versions_with_one_first_day_the_later_recorded_holds() {
        String version = """
                {"target": %d, "requirement": {}, "validFrom": "2031-01-01", "reason": "Order 18"}""";

        put("/v1/cohorts/business", "*", version.formatted(81_000)).statusCode(200);
        put("/v1/cohorts/business", "*", version.formatted(82_000)).statusCode(200);

        anybody().get("/v1/cohorts/business?on=2031-06-01").then().body("target", equalTo(82_000));
    }

    @Test
    void a_requirement_names_courses_that_there_are() {
        put("/v1/cohorts/students", "*", """
                        {"target": 1, "requirement": {"courses": ["none"]}, "validFrom": "2030-01-01", "reason": "?"}""").statusCode(422).body("errors.code", contains("unknown-course"));
    }

    @Test
    void no_target_is_said_and_not_left_out() {
        put("/v1/cohorts/students", "*", """
                        {"requirement": {"hours": 0}, "validFrom": "2030-01-01", "reason": "?"}""")
                .statusCode(400)
                .body("errors.pointer", contains("/target", "/requirement/hours"));
    }

    @Test
    void pupils_are_expected_by_the_school_year_and_on_the_day_of_the_digital_nation() {
        anybody()
                .get("/v1/cohorts/pupils?on=2026-06-01")
                .then()
                .body("plan.milestones.on", contains("2028-09-08"))
                .body("plan.milestones.percent", contains(54))
                .body("plan.season[6]", equalTo(0))
                .body("plan.season", hasSize(12));
        anybody().get("/v1/cohorts/citizens?on=2026-06-01").then().body("plan", nullValue());
    }

    @Test
    void a_plan_stays_while_a_change_does_not_name_it() {
        String planned = """
                {"target": 600000, "requirement": {}, "validFrom": "2040-01-01", "reason": "Order 19", "plan":
                 {"milestones": [{"on": "2027-12-31", "trained": 100000}, {"on": "2029-12-31", "percent": 54.50}],
                  "season": [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 2]}}""";
        String tag = put("/v1/cohorts/pupils", "*", planned)
                .statusCode(200)
                .body("plan.milestones[0].trained", equalTo(100_000))
                .body("plan.milestones[1].percent", equalTo(54.5f))
                .extract()
                .header("ETag");
        put("/v1/cohorts/pupils", "*", planned.replace("54.50", "54.5")).header("ETag", equalTo(tag));

        put("/v1/cohorts/pupils", "*", """
                        {"target": 700000, "requirement": {}, "validFrom": "2041-01-01", "reason": "Order 20"}""")
                .statusCode(200)
                .body("plan.milestones[1].percent", equalTo(54.5f))
                .body("plan.season[11]", equalTo(2));
        put("/v1/cohorts/pupils", "*", """
                        {"target": 700000, "requirement": {}, "validFrom": "2041-01-01", "reason": "Order 21", "plan": null}""").statusCode(200).body("plan", nullValue());
    }

    @Test
    void what_is_wrong_with_a_plan_is_told_at_its_place() {
        put("/v1/cohorts/pupils", "*", """
                        {"target": 500, "requirement": {}, "validFrom": "2042-01-01", "reason": "?", "plan":
                         {"milestones": [{"on": "2026-01-01", "trained": 0}, {"on": "2028-01-01", "percent": 40},
                                         {"on": "2028-01-01", "trained": 199}, {"on": "2029-01-01", "trained": 501}],
                          "season": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}}""")
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
        put("/v1/cohorts/pupils", "*", """
                        {"target": null, "requirement": {}, "validFrom": "2042-01-01", "reason": "?", "plan":
                         {"milestones": [{"on": "2028-01-01"}, {"on": "2028-02-01", "percent": 1, "trained": 1},
                                         {"on": "2028-03-01", "percent": 12.345}, {"percent": 101}],
                          "season": [1, 2.5], "pace": 1}}""")
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
        put("/v1/cohorts/pupils", "*", """
                        {"target": null, "requirement": {}, "validFrom": "2042-01-01", "reason": "?", "plan":
                         {"milestones": [{"on": "2028-01-01", "percent": 1}]}}""").statusCode(422).body("errors.code", contains("no-target"));
    }
}
