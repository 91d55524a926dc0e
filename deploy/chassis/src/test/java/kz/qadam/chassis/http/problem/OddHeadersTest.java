package kz.qadam.chassis.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.OddHeaders;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header that cannot be parsed is as if it was not sent. */
@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class OddHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "x; /x",
                "json",
                "text/html;q=x",
                "text/html;q=2",
                "application/json;q=0.5, /",
                "*/*;q=",
                ","
            })
    void an_accept_that_cannot_be_parsed_is_as_if_absent(String accept) throws IOException {
        var client = new OddHeaders(RestAssured.port, 1);
        for (String target :
                List.of("GET /toys/public", "GET /toys", "GET /nowhere", "GET /problems/not-found", "POST /toys")) {
            assertThat(client.status(target, List.of("Accept: " + accept)))
                    .as(target)
                    .isEqualTo(client.status(target, List.of()));
        }
    }

    @Test
    void the_content_type_of_a_request_without_a_body_is_as_if_absent() throws IOException {
        var client = new OddHeaders(RestAssured.port, 1);

        assertThat(client.status("GET /toys/public", List.of("Content-Type: /")))
                .isEqualTo(200);
    }

    @Test
    void an_accept_that_can_be_parsed_is_still_judged() throws IOException {
        var client = new OddHeaders(RestAssured.port, 1);

        assertThat(client.status("GET /toys/public", List.of("Accept: image/png")))
                .isEqualTo(406);
        assertThat(client.status("GET /toys/public", List.of("Accept: image/png", "Accept: /")))
                .isEqualTo(406);
    }

    @Test
    void odd_headers_are_never_a_fault_of_the_service() throws IOException {
        var client = new OddHeaders(RestAssured.port, 27);

        assertThat(client.failing(
                        5_000,
                        List.of(
                                "GET /toys",
                                "GET /toys/public",
                                "HEAD /toys/public",
                                "OPTIONS /toys",
                                "GET /problems/not-found",
                                "GET /nowhere",
                                "POST /toys",
                                "POST /toys/sent-at-once/batch",
                                "PUT /nowhere",
                                "DELETE /toys")))
                .isEmpty();
    }
}
