package kz.qadam.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import kz.qadam.chassis.testing.OddHeaders;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.Test;

/** A header that cannot be parsed is as if it was not sent, whoever asks for what. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class OddHeadersTest {

    private static final List<String> TARGETS = List.of(
            "GET /v1/enrolments?limit=1",
            "GET /v1/institutions?limit=1",
            "GET /v1/enrolments/template.xlsx",
            "GET /v1/enrolment-trail?limit=1",
            "HEAD /v1/courses?limit=1",
            "OPTIONS /v1/enrolments",
            "GET /enrolment-files",
            "GET /duties",
            "GET /problems/not-found",
            "GET /q/openapi",
            "GET /q/swagger-ui/",
            "GET /contracts/asyncapi.json",
            "GET /staff/enrolment-files",
            "GET /nowhere",
            "POST /v1/enrolments",
            "POST /v1/enrolments/batch",
            "PUT /v1/cohorts/pupils");

    @Test
    void odd_headers_of_anybody_are_never_a_fault_of_the_service() throws IOException {
        assertThat(new OddHeaders(RestAssured.port, 271).failing(700, TARGETS)).isEmpty();
    }

    @Test
    void odd_headers_of_a_caller_with_a_token_are_never_a_fault_of_the_service() throws IOException {
        String token = "Authorization: Bearer " + Tokens.of("office");

        assertThat(new OddHeaders(RestAssured.port, 272).failing(700, TARGETS, token))
                .isEmpty();
    }
}
