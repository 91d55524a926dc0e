package kz.qadam.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import kz.qadam.chassis.testing.OddHeaders;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.Test;

/** A header that cannot be parsed is as if it was not sent, whoever asks for what. */
@ReportingTest
class OddHeadersTest {

    private static final List<String> TARGETS = List.of(
            "GET /",
            "GET /v1/progress/pupils",
            "GET /v1/progress/total",
            "GET /v1/progress/total/breakdown?by=region&format=csv",
            "GET /v1/progress/pupils/series?interval=month",
            "GET /v1/releases",
            "GET /datapackage.json",
            "GET /audit",
            "GET /v1/audit/trail?limit=1",
            "GET /v1/audit/evidence?cohort=pupils&limit=1",
            "GET /definitions/1",
            "GET /_static/echarts/dist/echarts.esm.min.mjs",
            "HEAD /v1/progress",
            "OPTIONS /v1/progress",
            "GET /staff/",
            "GET /q/openapi",
            "GET /nowhere",
            "POST /v1/audit/recounts",
            "POST /v1/publications");

    @Test
    void odd_headers_of_anybody_are_never_a_fault_of_the_service() throws IOException {
        assertThat(new OddHeaders(RestAssured.port, 271).failing(700, TARGETS)).isEmpty();
    }

    @Test
    void odd_headers_of_a_caller_with_a_token_are_never_a_fault_of_the_service() throws IOException {
        String token = "Authorization: Bearer " + Tokens.of("auditor");

        assertThat(new OddHeaders(RestAssured.port, 272).failing(700, TARGETS, token))
                .isEmpty();
    }
}
