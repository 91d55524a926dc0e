package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
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
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private ValidatableResponse post(String body) {
        return partner(school).body(body).post("/v1/enrolments").then();
    }

    @Test
    void a_learner_is_enrolled_where_the_school_is() {
        var answer = post(enrolment("E-1", course, People.iin()))
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
        String id = post(body).statusCode(201).extract().path("id");

        post(body).statusCode(200).body("id", equalTo(id)).body("version", equalTo(1));
    }

    @Test
    void fifty_at_once_are_one_creation_and_forty_nine_equal_answers() {
        String body = enrolment("E-1", course, People.iin());
        var pool = Executors.newFixedThreadPool(50);

        List<Integer> statuses = IntStream.range(0, 50)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> post(body).extract().statusCode(), pool))
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
        post(enrolment("E-1", course, iin)).statusCode(201);

        post(enrolment("E-1", course, People.iin()).replace("2026-02-01", "2026-02-02"))
                .statusCode(409)
                .body("errors.pointer", contains("/learner", "/enrolledOn"));
        post(enrolment("E-1", course, iin).replace("\"cohort\"", "\"region\": \"KZ-75\", \"cohort\""))
                .statusCode(409)
                .body("errors.pointer", contains("/region"));
    }

    @Test
    void references_are_told_apart_by_case_and_belong_to_an_institution() {
        post(enrolment("E-1", course, People.iin())).statusCode(201);
        post(enrolment("e-1", course, People.iin())).statusCode(201);

        school = school();

        post(enrolment("E-1", course, People.iin())).statusCode(201);
    }

    @Test
    void one_person_is_one_learner_at_every_institution() {
        String iin = People.iin();
        String learner = post(enrolment("E-1", course, iin)).extract().path("learnerId");
        school = school();

        post(enrolment("E-1", course, iin)).body("learnerId", equalTo(learner));
        post(enrolment("E-2", course, iin).replaceAll("\"iin\": \"[0-9]+\"", "\"learnerId\": \"" + learner + "\""))
                .statusCode(201)
                .body("learnerId", equalTo(learner));
    }

    @Test
    void a_document_is_the_same_however_it_is_written() {
        String body = enrolment("E-1", course, "").replace("\"iin\": \"\"", """
                "document": {"country": "UZ", "number": "%s"}""");
        String learner =
                post(body.formatted("aa 12-345 67")).statusCode(201).extract().path("learnerId");

        post(body.formatted("AA1234567")).statusCode(200).body("learnerId", equalTo(learner));
        post(body.formatted("AA1234568")).statusCode(409);
    }

    @Test
    void one_document_is_one_learner_at_every_institution_and_another_countrys_is_another() {
        String number = "PS" + People.iin().substring(3);
        String body = enrolment("E-1", course, "").replace("\"iin\": \"\"", """
                "document": {"country": "%s", "number": "%s"}""");
        String learner =
                post(body.formatted("KG", number)).statusCode(201).extract().path("learnerId");
        school = school();

        post(body.formatted("kg", number.toLowerCase(Locale.ROOT) + " ")).body("learnerId", equalTo(learner));
        post(body.replace("E-1", "E-2").formatted("KG", fullWidth(number))).body("learnerId", equalTo(learner));
        post(body.replace("E-1", "E-3").formatted("UZ", number)).body("learnerId", not(equalTo(learner)));
    }

    /** As a keyboard for Chinese writes it. */
    private static String fullWidth(String text) {
        return text.codePoints()
                .map(c -> c - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"iin\": \"991231100011\"}|422|/learner/iin|check-digit",
                "{\"iin\": \"９９１２３１１０００１０\"}|400|/learner/iin|iin",
                "{\"iin\": \"99123110001\"}|400|/learner/iin|iin",
                "{\"iin\": 991231100010}|400|/learner/iin|wrong-type",
                "{\"document\": {\"country\": \"ZZ\", \"number\": \"1\"}}|400|/learner/document/country|country",
                "{\"document\": {\"country\": \"UZ\", \"number\": \"/\"}}|400|/learner/document/number|document-number",
                "{\"document\": {\"country\": \"KZ\", \"number\": \"991231100010\"}}|422|/learner/document/number|looks-like-iin",
                "{\"document\": {\"country\": \"KZ\", \"number\": \"9912 3110 0010\"}}|422|/learner/document/number|looks-like-iin",
                "{\"document\": {\"country\": \"RU\", \"number\": \"АB123456\"}}|422|/learner/document/number|mixed-alphabets",
                "{\"learnerId\": \"4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10\"}|422|/learner/learnerId|unknown-learner",
                "{}|400|/learner|one-identity",
                "{\"iin\": \"991231100010\", \"learnerId\": \"4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10\"}|400|/learner|one-identity",
            })
    void exactly_one_right_identity_is_needed(String learner, int status, String pointer, String code) {
        String body = enrolment("E-1", course, "").replace("{\"iin\": \"\"}", learner);

        post(body).statusCode(status).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void every_broken_rule_is_told_at_once() {
        post("""
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
        post("""
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
        post(enrolment("E-1", "none", People.iin())).statusCode(422);

        post(enrolment("E-1", course, People.iin())).statusCode(201);
    }

    @Test
    void only_an_active_institution_enrols() {
        school = school("suspended", "null");

        post(enrolment("E-1", course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("institution-suspended"));
    }

    @Test
    void an_institution_that_the_catalogue_does_not_have_enrols_nobody() {
        school = "nowhere";

        post(enrolment("E-1", course, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("unknown-institution"));
    }

    @Test
    void without_any_region_it_is_unknown_and_stays_so() {
        school = school("active", "null");
        String body = enrolment("E-1", course, People.iin());
        post(body).statusCode(201).body("region", equalTo("unknown"));

        office().header("If-Match", "*")
                .body(institution("active", "\"KZ-71\""))
                .put("/v1/institutions/" + school)
                .then()
                .statusCode(200);

        post(body).statusCode(200).body("region", equalTo("unknown"));
    }

    @Test
    void a_partner_acts_for_its_own_institution_only() {
        String other = school();
        String id = post(enrolment("E-1", course, People.iin())).extract().path("id");

        partner(other)
                .body(enrolment("E-2", course, People.iin())
                        .replace("{\"ref", "{\"institution\": \"" + school + "\", \"ref"))
                .post("/v1/enrolments")
                .then()
                .statusCode(403)
                .body("type", containsString("not-yours"));
        partner(other).get("/v1/enrolments/" + id).then().statusCode(404);
        partner(other).get("/v1/enrolments?institution=" + school).then().statusCode(403);
        partner(other).get("/v1/enrolments").then().body("items", hasSize(0));
        auditor().get("/v1/enrolments/" + id).then().statusCode(200);
    }

    @Test
    void the_office_names_the_institution_it_acts_for() {
        String body = enrolment("E-1", course, People.iin());

        office().body(body)
                .post("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/institution"));
        office().body(body.replace("{\"ref", "{\"institution\": \"" + school + "\", \"ref"))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .body("institution", equalTo(school));
    }

    @Test
    void who_may_not_enrol_is_told_so_before_the_content_is_looked_at() {
        anybody().body("{").post("/v1/enrolments").then().statusCode(401);
        auditor().body("{").post("/v1/enrolments").then().statusCode(403);
        anybody()
                .auth()
                .oauth2(Tokens.expired("partner", school))
                .body("{")
                .post("/v1/enrolments")
                .then()
                .statusCode(401);
        post("{").statusCode(400).body("errors.code", contains("malformed"));
    }

    @Test
    void a_list_is_narrowed_by_what_the_catalogue_knows() {
        String id = post(enrolment("E-1", course, People.iin())).extract().path("id");
        post(enrolment("E-2", course, People.iin())).statusCode(201);

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
        post(enrolment("E-1", course, People.iin()));
        post(enrolment("E-2", course, People.iin()));

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
        post(enrolment("E-3", course, People.iin()));

        partner(school).get("/v1/enrolments?cursor=" + end).then().body("items.reference", hasItem("E-3"));
    }
}
