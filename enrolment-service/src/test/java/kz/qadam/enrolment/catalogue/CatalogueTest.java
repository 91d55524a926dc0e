package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
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

    @Test
    void anybody_may_read_what_is_seeded() {
        anybody()
                .get("/v1/cohorts")
                .then()
                .statusCode(200)
                .body("items[0..4].code", contains("pupils", "students", "civil-servants", "business", "citizens"))
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
    void a_code_that_is_no_text_is_one_fault() {
        put("/v1/courses/" + fresh("AI"), null, course(36).replaceFirst("\\{", "{\"code\": 7, "))
                .statusCode(400)
                .body("errors.pointer", contains("/code"));
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
