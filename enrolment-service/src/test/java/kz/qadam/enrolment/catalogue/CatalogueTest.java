package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CatalogueTest {

    private static final String CLOSED = institution("closed", "\"KZ-75\"");

    @Test
    void anybody_may_read_the_five_cohorts_that_a_new_installation_begins_with() {
        anybody()
                .get("/v1/cohorts")
                .then()
                .statusCode(200)
                .body("items[0..4].code", contains("pupils", "students", "civil-servants", "business", "citizens"))
                .body("items.target[0]", equalTo(500_000))
                .body("items.target[4]", nullValue())
                .body("items[4].requirement", aMapWithSize(0));
    }

    @Test
    void anybody_may_read_the_twenty_regions() {
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
    void an_institution_is_replaced_by_who_has_seen_its_current_state() {
        put("/v1/institutions/" + school(), "\"1\"", CLOSED)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("closed"));
    }

    @Test
    void an_institution_is_not_replaced_without_a_tag() {
        put("/v1/institutions/" + school(), null, CLOSED).statusCode(428);
    }

    @Test
    void an_institution_is_not_replaced_by_who_has_seen_another_state() {
        put("/v1/institutions/" + school(), "\"7\"", CLOSED).statusCode(412);
    }

    @Test
    void the_same_replacement_sent_twice_changes_nothing() {
        String path = "/v1/institutions/" + school();
        put(path, "\"1\"", CLOSED).statusCode(200);

        put(path, "\"1\"", CLOSED).statusCode(200).header("ETag", "\"2\"");
        put(path, null, CLOSED).statusCode(428);
    }

    @Test
    void an_asterisk_replaces_whatever_there_is() {
        String path = "/v1/institutions/" + school();
        put(path, "*", CLOSED).statusCode(200);

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
    void a_tag_of_a_course_that_does_not_exist_creates_none() {
        put("/v1/courses/" + fresh("AI"), "\"1\"", course(36)).statusCode(412);
    }

    @Test
    void all_faults_of_an_institution_are_answered_at_once() {
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
    void an_institution_may_have_an_owner() {
        String code = fresh("school");

        put("/v1/institutions/" + code, null, """
                        {"owner": "060140000013", "kind": "school", "names": {"kk": "М", "ru": "Ш", "en": "S"}}""").statusCode(201).body("owner", equalTo("060140000013"));

        anybody().get("/v1/institutions/" + code).then().body("owner", equalTo("060140000013"));
    }

    @Test
    void the_number_of_an_owner_has_a_check_digit() {
        put("/v1/institutions/" + fresh("school"), null, """
                        {"owner": "060140000014", "kind": "school", "names": {"kk": "М", "ru": "Ш", "en": "S"}}""")
                .statusCode(422)
                .body("errors.code", contains("check-digit"))
                .body("errors.pointer", contains("/owner"));
    }

    @Test
    void a_business_number_may_be_the_code_of_an_institution() {
        put("/v1/institutions/060140000013", null, """
                        {"bin": "060140000013", "kind": "company", "names": {"kk": "М", "ru": "Ш", "en": "S"}}""").statusCode(201).body("status", equalTo("active"));
    }

    @Test
    void a_persons_number_may_not_be_the_code_of_an_institution() {
        put("/v1/institutions/991231100010", null, institution("active", "null"))
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    @Test
    void the_hours_of_a_course_may_change_before_anybody_is_enrolled() {
        put("/v1/courses/" + course(), "\"1\"", course(40)).statusCode(200);
    }

    @Test
    void the_hours_of_a_course_stay_once_somebody_is_enrolled() {
        String course = courseOfSomebody();

        put("/v1/courses/" + course, "\"1\"", course(40)).statusCode(409).body("type", not(nullValue()));
    }

    @Test
    void the_title_of_a_course_may_change_once_somebody_is_enrolled() {
        String course = courseOfSomebody();

        put("/v1/courses/" + course, "\"1\"", course(36).replace("\"ИИ\"", "\"Об ИИ\""))
                .statusCode(200);
    }

    private static String courseOfSomebody() {
        String course = course();
        enrolled(school(), enrolment("E-1", course, People.iin()));
        return course;
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

    @ParameterizedTest
    @ValueSource(strings = {"/v1/courses/none", "/v1/cohorts/none"})
    void an_unknown_code_is_not_found(String path) {
        anybody().get(path).then().statusCode(404);
    }

    @Test
    void a_cohort_that_does_not_exist_is_not_replaced() {
        put("/v1/cohorts/none", "*", "{}").statusCode(404);
    }
}
