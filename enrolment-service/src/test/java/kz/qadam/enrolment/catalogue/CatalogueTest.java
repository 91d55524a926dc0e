package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {

    private static ValidatableResponse put(String path, String ifMatch, String body) {
        var request = office().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }

    @Test
    void anybody_may_read_what_is_seeded() {
        anybody()
                .get("/v1/cohorts")
                .then()
                .statusCode(200)
                .body("items.code", contains("pupils", "students", "civil-servants", "business", "citizens"))
                .body("items.target[0]", equalTo(500_000))
                .body("items.target[4]", nullValue())
                .body("items[4].requirement", aMapWithSize(0));
        anybody()
                .get("/v1/regions")
                .then()
                .body("items", hasSize(20))
                .body("items[0].names.kk", equalTo("Абай облысы"));
    }

    @Test
    void only_the_office_writes() {
        String path = "/v1/institutions/" + fresh("school");

        anybody().body(institution("active", "null")).put(path).then().statusCode(401);
        partner("school-1").body(institution("active", "null")).put(path).then().statusCode(403);
    }

    @Test
    void a_new_institution_is_created_and_read_back_as_it_can_be_sent_again() {
        String path = "/v1/institutions/" + fresh("school");

        String created = put(path, null, institution("active", "\"KZ-75\""))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .asString();

        put(path, "\"1\"", created).statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void replacing_needs_the_tag_of_what_was_seen() {
        String path = "/v1/institutions/" + school();
        String closed = institution("closed", "\"KZ-75\"");

        put(path, null, closed).statusCode(428);
        put(path, "\"7\"", closed).statusCode(412);
        put(path, "\"1\"", closed).statusCode(200).header("ETag", "\"2\"").body("status", equalTo("closed"));
        put(path, "\"1\"", closed).statusCode(200).header("ETag", "\"2\"");
        put(path, null, closed).statusCode(428);
        put(path, "*", institution("active", "\"KZ-75\"")).statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void of_many_who_create_the_same_at_once_one_does() {
        String path = "/v1/courses/" + fresh("AI");
        var pool = Executors.newFixedThreadPool(10);

        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> office().body(course(36)).put(path).statusCode(), pool))
                .limit(10)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        pool.shutdown();
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 428);
    }

    @Test
    void nothing_can_be_seen_where_there_is_nothing() {
        put("/v1/courses/" + fresh("AI"), "\"1\"", course(36)).statusCode(412);
    }

    @Test
    void all_faults_of_an_institution_are_told_at_once() {
        put("/v1/institutions/" + fresh("school"), null, """
                        {"code": "other", "bin": "060140000014", "kind": "kindergarten", "names": {"kk": "М"},
                         "region": "KZ-99", "status": "open", "rector": "?"}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/code", "/bin", "/kind", "/names/ru", "/names/en", "/region", "/status", "/rector"));
    }

    @Test
    void a_wrong_check_digit_or_an_unknown_region_is_a_broken_rule() {
        put("/v1/institutions/" + fresh("school"), null, """
                        {"bin": "060140000014", "kind": "school", "names": {"kk": "М", "ru": "Ш", "en": "S"},
                         "region": "KZ-99"}""")
                .statusCode(422)
                .body("errors.code", contains("unknown-region", "check-digit"));
    }

    @Test
    void a_business_number_is_no_persons_number() {
        put("/v1/institutions/060140000013", null, """
                        {"bin": "060140000013", "kind": "company", "names": {"kk": "М", "ru": "Ш", "en": "S"}}""").statusCode(201).body("status", equalTo("active"));
        put("/v1/institutions/991231100010", null, institution("active", "null"))
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    @Test
    void the_hours_of_a_course_stay_once_somebody_is_enrolled() {
        String school = school();
        String course = course();
        put("/v1/courses/" + course, "\"1\"", course(40)).statusCode(200);
        partner(school)
                .body(enrolment("E-1", course, People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201);

        put("/v1/courses/" + course, "\"2\"", course(36)).statusCode(409).body("type", not(nullValue()));
        put("/v1/courses/" + course, "\"2\"", course(40).replace("\"ИИ\"", "\"Об ИИ\""))
                .statusCode(200);
    }

    @Test
    void a_list_is_walked_to_its_end_and_goes_on_with_what_changes() {
        String first = school();
        String cursor =
                anybody().get("/v1/institutions?limit=1000").then().extract().path("cursor");

        String second = school();

        anybody()
                .get("/v1/institutions?cursor=" + cursor)
                .then()
                .body("items.code", hasItem(second))
                .body("items.code", not(hasItem(first)));
    }

    @Test
    void an_unknown_code_is_not_found() {
        anybody().get("/v1/courses/none").then().statusCode(404);
        anybody().get("/v1/cohorts/none").then().statusCode(404);
        put("/v1/cohorts/none", "*", "{}").statusCode(404);
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

    @Test
    void the_programme_changes_as_a_whole() {
        String path = "/v1/programme";
        String seeded = anybody()
                .get(path)
                .then()
                .body("startsOn", equalTo("2026-01-01"))
                .extract()
                .asString();
        String longer = seeded.replace("2030-12-31", "2031-12-31");

        put(path, null, longer).statusCode(428);
        put(path, "\"1\"", longer).statusCode(200).header("ETag", "\"2\"").body("horizon", equalTo("2031-12-31"));
        put(path, "\"1\"", seeded).statusCode(412);
        put(path, "\"2\"", seeded).statusCode(200).body("milestones.code", contains("digital-nation"));
    }

    @Test
    void a_programme_does_not_end_before_it_starts() {
        put("/v1/programme", "*", """
                        {"startsOn": "2026-01-01", "horizon": "2025-12-31", "milestones": [{"code": "x"}], "zone": "Asia/Almaty"}""").statusCode(400).body("errors.pointer", contains("/milestones/0/on", "/horizon"));
    }
}
