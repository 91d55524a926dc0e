package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
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
    void other_content_under_one_reference_is_a_conflict_that_names_the_members() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        enrol(school, enrolment("E-1", course, People.iin()).replace("2026-02-01", "2026-02-02"))
                .statusCode(409)
                .body("errors.pointer", contains("/learner", "/enrolledOn"));
    }

    @Test
    void a_region_that_is_named_is_other_content_than_the_same_region_derived() {
        String body = enrolment("E-1", course, People.iin());
        enrolled(school, body);

        enrol(school, body.replace("\"cohort\"", "\"region\": \"KZ-75\", \"cohort\""))
                .statusCode(409)
                .body("errors.pointer", contains("/region"));
    }

    @Test
    void references_differ_by_case() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        enrol(school, enrolment("e-1", course, People.iin())).statusCode(201);
    }

    @Test
    void references_belong_to_an_institution() {
        enrolled(school, enrolment("E-1", course, People.iin()));

        enrol(school(), enrolment("E-1", course, People.iin())).statusCode(201);
    }

    @Test
    void every_broken_rule_is_named_at_once() {
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
    void all_members_that_cannot_be_read_are_named_at_once() {
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
    void without_any_region_it_is_unknown() {
        enrol(school("active", "null"), enrolment("E-1", course, People.iin()))
                .statusCode(201)
                .body("region", equalTo("unknown"));
    }

    @Test
    void an_unknown_region_stays_so_when_the_institution_gets_one() {
        school = school("active", "null");
        String body = enrolment("E-1", course, People.iin());
        enrolled(school, body);
        put("/v1/institutions/" + school, "*", institution("active", "\"KZ-71\""))
                .statusCode(200);

        enrol(school, body).statusCode(200).body("region", equalTo("unknown"));
    }

    @Test
    void a_list_is_narrowed_by_reference() {
        String id = enrolled(school, enrolment("E-1", course, People.iin()));
        enrolled(school, enrolment("E-2", course, People.iin()));

        partner(school).get("/v1/enrolments?reference=E-1").then().body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource({"enrolled, 2", "completed, 0"})
    void a_list_is_narrowed_by_course_cohort_institution_and_status(String status, int found) {
        enrolled(school, enrolment("E-1", course, People.iin()));
        enrolled(school, enrolment("E-2", course, People.iin()));

        office().get("/v1/enrolments?course=%s&cohort=pupils&institution=%s&status=%s"
                        .formatted(course, school, status))
                .then()
                .body("items", hasSize(found));
    }

    @Test
    void a_code_that_the_catalogue_does_not_have_narrows_no_list() {
        office().get("/v1/enrolments?course=none").then().statusCode(404).body("type", containsString("unknown-code"));
    }

    @Test
    void a_status_that_does_not_exist_narrows_no_list() {
        office().get("/v1/enrolments?status=none").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01"})
    void an_enrolment_that_does_not_exist_is_not_found(String id) {
        partner(school).get("/v1/enrolments/" + id).then().statusCode(404);
    }

    @Test
    void a_list_is_walked_page_by_page() {
        enrolled(school, enrolment("E-1", course, People.iin()));
        enrolled(school, enrolment("E-2", course, People.iin()));

        var first = partner(school).get("/v1/enrolments?limit=1").then().extract();
        var second = partner(school).get(next(first.path("cursor"))).then();

        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(first.<List<String>>path("items.reference")).containsExactly("E-1");
        second.body("items.reference", contains("E-2"));
    }

    @Test
    void the_last_cursor_of_a_list_yields_what_comes_later() {
        enrolled(school, enrolment("E-1", course, People.iin()));
        String end = partner(school).get("/v1/enrolments").then().extract().path("cursor");

        enrolled(school, enrolment("E-2", course, People.iin()));

        partner(school).get(next(end)).then().body("items.reference", hasItem("E-2"));
    }

    private static String next(String cursor) {
        return "/v1/enrolments?limit=1000&cursor=" + cursor;
    }
}
