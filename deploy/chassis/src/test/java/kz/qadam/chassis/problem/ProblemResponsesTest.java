package kz.qadam.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemResponsesTest {

    @Test
    void a_thrown_problem_keeps_its_words_and_faults() {
        Response answer = problem(given().get("/toys/conflict"), 409, "reference-conflict");

        assertThat(answer.jsonPath().getString("title")).isEqualTo("The reference is taken by other content");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/madeOn");
        assertThat(answer.jsonPath().getString("errors[0].detail")).isEqualTo("madeOn is not 1 to 10 characters long.");
    }

    @ParameterizedTest
    @CsvSource({"colour=991231100010", "what=of+991231-100010", "limit=9&x=991231%20100010"})
    void a_query_with_the_number_of_a_person_is_refused_and_not_repeated(String query) {
        Response answer = problem(given().urlEncodingEnabled(false).get("/toys?" + query), 422, "rule-violated");

        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("looks-like-iin");
        assertThat(answer.asString()).doesNotContain("991231", "100010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "x=%", "%E0%A4%A=1", "=&&x", "colour=%C3%28"})
    void a_query_that_cannot_be_decoded_is_no_failure_of_the_service(String query) throws IOException {
        var address = new URL("http://127.0.0.1:" + RestAssured.port + "/toys/public?" + query);

        assertThat(((HttpURLConnection) address.openConnection()).getResponseCode())
                .isLessThan(500);
    }

    @Test
    void the_name_of_an_unknown_member_is_not_repeated_if_it_is_the_number_of_a_person() {
        Response answer = problem(
                given().contentType("application/json")
                        .body("{\"reference\": \"a\", \"991231100010\": 1}")
                        .post("/toys"),
                400,
                "invalid-request");

        assertThat(answer.asString()).doesNotContain("991231100010");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reference\": \"a\", \"size\": 1}                        | /size          | unknown-member",
                "{\"reference\": \"a\", \"parts\": [{\"nam\": 1, \"weight\": 1}]} | /parts/0/nam   | unknown-member",
                "{\"reference\": \"a\", \"a/b~c\": 1}                       | /a~1b~0c       | unknown-member",
                "{\"reference\": \"a\", \"reference\": \"b\"}               |                | malformed",
                "{\"parts\": [{\"name\": \"x\", \"name\": \"y\"}]}          |                | malformed",
                "{\"reference\": 7}                                         | /reference     | wrong-type",
                "{\"reference\": \"a\", \"parts\": {}}                      | /parts         | wrong-type",
                "{\"reference\": \"a\", \"parts\": [{\"weight\": \"1\"}]}   | /parts/0/weight | wrong-type",
                "{\"reference\": \"a\", \"parts\": [{\"weight\": 1.5}]}     | /parts/0/weight | range",
                "{\"reference\": \"a\", \"madeOn\": 20000}                  | /madeOn        | wrong-type",
                "{\"reference\": \"a\", \"madeOn\": []}                  | /madeOn        | wrong-type",
                "{\"reference\": \"a\", \"madeOn\": \"2026-05-31T00:00:00Z\"} | /madeOn   | date",
                "{\"reference\": \"a\", \"colour\": 0}                      | /colour        | wrong-type",
                "[]                                                         |                | wrong-type",
                "{}                                                         | /reference     | missing",
                "{\"reference\": \"a\", \"parts\": [{\"name\": \"x\"}]}     | /parts/0/weight | missing",
                "{\"reference\": \"a\", \"madeOn\": \"2026-02-30\"}         | /madeOn        | date",
                "{\"reference\": \"a\", \"madeOn\": \"\"}                   | /madeOn        | date",
                "{\"reference\": \"a\", \"colour\": \"GREEN\"}              | /colour        | unknown-value",
                "{\"reference\": \"a\"                                      |                | malformed",
                "{\"reference\": \"a\"} {}                                  |                | malformed",
            })
    void a_body_that_does_not_fit_names_the_place(String body, String pointer, String code) {
        Response answer =
                problem(given().contentType("application/json").body(body).post("/toys"), 400, "invalid-request");

        assertThat(answer.jsonPath().getList("errors")).hasSize(1);
        assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer == null ? "" : pointer);
        assertThat(answer.asString()).doesNotContain("java.", "kz.qadam", "Exception");
    }

    @Test
    void a_body_without_end_is_not_followed_down() {
        String deep = "{\"x\":".repeat(1_000);
        Response answer =
                problem(given().contentType("application/json").body(deep).post("/toys"), 400, "invalid-request");

        assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo("malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "colour=GREEN, colour, malformed",
        "madeOn=31.05.2026, madeOn, malformed",
        "owner=me, owner, malformed",
        "limit=ten, limit, malformed"
    })
    void a_query_that_cannot_be_read_names_the_parameter(String query, String parameter, String code) {
        Response answer = problem(given().get("/toys?" + query), 400, "invalid-request");

        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
        assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo(code);
    }

    @Test
    void a_path_that_cannot_be_read_leads_nowhere() {
        problem(given().get("/toys/none"), 404, "not-found");
    }

    @Test
    void a_path_that_nobody_serves_leads_nowhere() {
        problem(given().get("/nowhere"), 404, "not-found");
        problem(given().get("/toys/a/b/c"), 404, "not-found");
    }

    @Test
    void a_method_that_is_not_offered_is_named_so() {
        problem(given().delete("/toys/conflict"), 405, "method-not-allowed");
    }

    @Test
    void a_media_type_that_is_not_offered_or_read_is_named_so() {
        problem(given().accept("image/png").get("/toys"), 406, "not-acceptable");
        problem(given().contentType("text/plain").body("a").post("/toys"), 415, "unsupported-media");
    }

    @Test
    void a_failure_of_ours_reveals_nothing() {
        for (String path : new String[] {"/toys/broken", "/toys/unwritable"}) {
            Response answer = problem(given().get(path), 500, "internal");

            assertThat(answer.asString()).doesNotContain("select", "Exception", "kz.qadam", "secret");
        }
    }

    @Test
    void an_error_is_ours_too_and_somebody_is_woken() {
        double before = errors();

        for (String path : new String[] {"/toys/erring", "/toys/erring?later=true"}) {
            Response answer = problem(given().get(path), 500, "internal");

            assertThat(answer.asString()).doesNotContain("Error", "kz.qadam", "secret");
        }

        assertThat(errors()).isEqualTo(before + 2);
        assertThat(given().get("/q/metrics").asString()).contains("qadam_requests_errors_total");
    }

    private static double errors() {
        return Metrics.counter("qadam.requests.errors").count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "json", "/", ";", "application/", "a b/c"})
    void a_content_type_that_names_no_media_type_is_not_read(String type) throws Exception {
        for (String path : new String[] {"/toys", "/toys/sent-at-once/batch", "/nowhere"}) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                        + "\r\nContent-Length: 2\r\n\r\n{}")
                                .getBytes(StandardCharsets.US_ASCII));

                assertThat(new String(socket.getInputStream().readNBytes(10), StandardCharsets.US_ASCII))
                        .as(path)
                        .isEqualTo("HTTP/1.1 4");
            }
        }
    }

    @Test
    void a_problem_comes_through_whatever_it_was_packed_in() {
        problem(given().get("/toys/later"), 409, "reference-conflict");
        problem(given().get("/toys/unpacked"), 409, "reference-conflict");
    }

    @Test
    void a_database_that_is_away_asks_for_patience() {
        Response answer = problem(given().get("/toys/stored"), 503, "unavailable");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.asString()).doesNotContain("127.0.0.1:1", "postgres", "SQL");
    }

    @Test
    void whoever_has_to_wait_is_told_how_long() {
        assertThat(problem(given().get("/toys/busy"), 503, "unavailable").header("Retry-After"))
                .isEqualTo("1");
        assertThat(problem(given().get("/toys/often"), 429, "too-many-requests").header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void the_type_of_a_problem_opens_its_page() {
        given().get("/problems/rule-violated")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(org.hamcrest.Matchers.containsString("Readable, but refused"));
        for (ProblemType type : ProblemType.values()) {
            given().get("/problems/" + type.code()).then().statusCode(200);
            assertThat(given().get("/problems").asString()).contains("/problems/" + type.code() + "\"");
        }
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
