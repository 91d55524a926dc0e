package kz.qadam.chassis.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import kz.qadam.chassis.testing.Management;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class ProblemResponsesTest {

    @Test
    void a_thrown_problem_keeps_its_words_and_faults() {
        Response answer = problem(given().get("/toys/conflict"), 409, "reference-conflict");

        assertThat(answer.jsonPath().getString("title")).isEqualTo("The reference is taken by other content");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/madeOn");
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("madeOn is not 1 to 10 characters long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/toys/a/b/c", "/toys/none"})
    void a_path_that_does_not_exist_is_not_found(String path) {
        problem(given().get(path), 404, "not-found");
    }

    @Test
    void a_method_that_is_not_offered_is_not_allowed() {
        problem(given().delete("/toys/conflict"), 405, "method-not-allowed");
    }

    @Test
    void a_media_type_that_is_not_offered_is_not_acceptable() {
        problem(given().accept("image/png").get("/toys"), 406, "not-acceptable");
    }

    @Test
    void a_media_type_that_is_not_read_is_unsupported() {
        problem(given().contentType("text/plain").body("a").post("/toys"), 415, "unsupported-media");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/broken", "/toys/unwritable"})
    void an_exception_of_the_service_reveals_nothing(String path) {
        Response answer = problem(given().get(path), 500, "internal");

        assertThat(answer.asString()).doesNotContain("select", "Exception", "kz.qadam", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/erring", "/toys/erring?later=true"})
    void an_error_of_the_service_reveals_nothing_and_is_counted(String path) {
        double before = errors();

        Response answer = problem(given().get(path), 500, "internal");

        assertThat(answer.asString()).doesNotContain("Error", "kz.qadam", "secret");
        assertThat(errors()).isEqualTo(before + 1);
        assertThat(Management.metrics()).contains("qadam_requests_errors_total");
    }

    private static double errors() {
        return Metrics.counter("qadam.requests.errors").count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/later", "/toys/unpacked"})
    void a_problem_is_answered_whatever_exception_carries_it(String path) {
        problem(given().get(path), 409, "reference-conflict");
    }

    @Test
    void a_database_that_is_away_asks_for_patience() {
        Response answer = problem(given().get("/toys/stored"), 503, "unavailable");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.asString()).doesNotContain("127.0.0.1:1", "postgres", "SQL");
    }

    @ParameterizedTest
    @CsvSource({"/toys/busy, 503, unavailable", "/toys/often, 429, too-many-requests"})
    void the_answer_says_how_long_to_wait(String path, int status, String code) {
        assertThat(problem(given().get(path), status, code).header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void the_page_of_a_problem_explains_it() {
        given().get("/problems/rule-violated")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Readable, but refused"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void each_type_of_problem_has_a_page_that_is_listed(ProblemType type) {
        given().get("/problems/" + type.code()).then().statusCode(200);
        assertThat(given().get("/problems").asString()).contains("/problems/" + type.code() + "\"");
    }

    @Test
    void a_type_of_problem_that_does_not_exist_has_no_page() {
        problem(given().get("/problems/unheard-of"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Бұл белгіде басқа мазмұн бар",
        "ru, Под этой ссылкой уже есть другое содержание",
        "en, The reference is taken by other content",
        "'de, ru;q=0.8, en;q=0.5', Под этой ссылкой уже есть другое содержание",
        "de, The reference is taken by other content"
    })
    void words_follow_the_reader_and_codes_do_not(String acceptLanguage, String title) {
        Response answer = problem(
                given().header("Accept-Language", acceptLanguage).get("/toys/conflict"), 409, "reference-conflict");

        assertThat(answer.jsonPath().getString("title")).isEqualTo(title);
        assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo("length");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/madeOn");
    }

    static Response problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.asString()).isEqualTo(ProblemBody.MEDIA_TYPE);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).startsWith("http://").endsWith("/problems/" + code);
        return answer;
    }
}
