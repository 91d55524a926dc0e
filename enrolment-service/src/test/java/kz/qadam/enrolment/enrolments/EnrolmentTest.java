package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentTest {

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void a_learner_is_enrolled_where_the_school_is() {
        var answer = enrol(school, enrolment("E-1", course, People.iin()))
                .statusCode(201)
                .body("region", equalTo("KZ-75"))
                .body("institution", equalTo(school))
                .body("status", equalTo("enrolled"))
                .body("version", equalTo(1))
                .extract();

        partner(school).get(answer.header("Location")).then().statusCode(200).body("id", equalTo(answer.path("id")));
    }

    @Test
    void the_same_again_changes_nothing() {
        String body = enrolment("E-1", course, People.iin());
        String id = enrol(school, body).statusCode(201).extract().path("id");

        enrol(school, body).statusCode(200).body("id", equalTo(id)).body("version", equalTo(1));
    }

    @Test
    void fifty_at_once_are_one_creation_and_forty_nine_equal_answers() {
        String body = enrolment("E-1", course, People.iin());
        var pool = Executors.newFixedThreadPool(50);

        List<Integer> statuses = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> enrol(school, body).extract().statusCode(), pool))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        pool.shutdown();
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(49);
    }

    @Test
    void a_reference_keeps_its_content() {
        String iin = People.iin();
        enrol(school, enrolment("E-1", course, iin)).statusCode(201);

        enrol(school, enrolment("E-1", course, People.iin()).replace("2026-02-01", "2026-02-02"))
                .statusCode(409)
                .body("errors.pointer", contains("/learner", "/enrolledOn"));
        enrol(school, enrolment("E-1", course, iin).replace("\"cohort\"", "\"region\": \"KZ-75\", \"cohort\""))
                .statusCode(409)
                .body("errors.pointer", contains("/region"));
    }

    @Test
    void references_are_told_apart_by_case_and_belong_to_an_institution() {
        enrol(school, enrolment("E-1", course, People.iin())).statusCode(201);
        enrol(school, enrolment("e-1", course, People.iin())).statusCode(201);

        school = school();

        enrol(school, enrolment("E-1", course, People.iin())).statusCode(201);
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        enrol(school, """
                        {"reference": "E-991231200017", "course": "none", "cohort": "none", "region": "KZ-00",
                         "learner": {"iin": "991231100011"}, "enrolledOn": "2126-02-01"}""")
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "looks-like-iin",
                                "unknown-course",
                                "unknown-cohort",
                                "unknown-region",
                                "check-digit",
                                "too-far-ahead"));
    }

    @Test
    void what_cannot_be_read_is_told_with_the_rest() {
        enrol(school, """
                        {"reference": "", "course": 7, "cohort": "none", "learner": "991231100010", "enrolledOn": "1.2.2026",
                         "grade": 7}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/reference", "/course", "/cohort", "/learner", "/enrolledOn", "/grade"))
                .body(not(containsString("991231100010")));
    }

    @Test
    void a_rejected_reference_stays_free() {
        enrol(school, enrolment("E-1", "none", People.iin())).statusCode(422);

        enrol(school, enrolment("E-1", course, People.iin())).statusCode(201);
    }

    @Test
    void without_any_region_it_is_unknown_and_stays_so() {
        school = school("active", "null");
        String body = enrolment("E-1", course, People.iin());
        enrol(school, body).statusCode(201).body("region", equalTo("unknown"));

        office().header("If-Match", "*")
                .body(institution("active", "\"KZ-71\""))
                .put("/v1/institutions/" + school)
                .then()
                .statusCode(200);

        enrol(school, body).statusCode(200).body("region", equalTo("unknown"));
    }

    @Test
    void a_list_is_narrowed_by_what_the_catalogue_knows() {
        String id =
                enrol(school, enrolment("E-1", course, People.iin())).extract().path("id");
        enrol(school, enrolment("E-2", course, People.iin())).statusCode(201);

        partner(school).get("/v1/enrolments?reference=E-1").then().body("items.id", contains(id));
        office().get("/v1/enrolments?course=" + course + "&cohort=pupils&status=enrolled")
                .then()
                .body("items", hasSize(2));
        office().get("/v1/enrolments?status=completed&institution=" + school)
                .then()
                .body("items", hasSize(0));
        office().get("/v1/enrolments?course=none").then().statusCode(404).body("type", containsString("unknown-code"));
        office().get("/v1/enrolments?status=none").then().statusCode(400);
        partner(school).get("/v1/enrolments/" + UUID.randomUUID()).then().statusCode(404);
        partner(school).get("/v1/enrolments/none").then().statusCode(404);
    }

    @Test
    void a_list_is_walked_page_by_page_and_its_end_waits_for_more() {
        enrol(school, enrolment("E-1", course, People.iin()));
        enrol(school, enrolment("E-2", course, People.iin()));

        var first = partner(school)
                .get("/v1/enrolments?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        String next = "/v1/enrolments?limit=1000&cursor=" + first.path("cursor");
        String end = partner(school)
                .get(next)
                .then()
                .body("items.reference", contains("E-2"))
                .extract()
                .path("cursor");
        enrol(school, enrolment("E-3", course, People.iin()));

        partner(school).get("/v1/enrolments?cursor=" + end).then().body("items.reference", hasItem("E-3"));
    }
}
