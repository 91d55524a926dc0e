package kz.qadam.chassis.http.problem;

import static io.restassured.RestAssured.given;
import static kz.qadam.chassis.http.problem.ProblemResponsesTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, queries and headers that cannot be read are refused at their place. */
@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class UnreadableRequestTest {

    @ParameterizedTest
    @CsvSource({"colour=991231100010", "what=of+991231-100010", "limit=9&x=991231%20100010"})
    void a_query_with_the_number_of_a_person_is_refused_and_not_repeated(String query) {
        Response answer = problem(given().urlEncodingEnabled(false).get("/toys?" + query), 422, "rule-violated");

        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("looks-like-iin");
        assertThat(answer.asString()).doesNotContain("991231", "100010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "x=%", "%E0%A4%A=1", "=&&x", "colour=%C3%28"})
    void a_query_that_cannot_be_decoded_is_a_fault_of_the_client(String query) throws IOException {
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
    void a_body_without_end_is_refused() {
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

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "json", "/", ";", "application/", "a b/c"})
    void a_content_type_that_names_no_media_type_is_not_read(String type) throws Exception {
        for (String path : new String[] {"/toys", "/toys/sent-at-once/batch", "/nowhere"}) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                socket.setSoTimeout(60_000);
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
}
