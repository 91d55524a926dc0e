package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

@ReportingTest
class CrossOriginTest {

    @Test
    void a_page_from_a_configured_origin_may_ask() {
        given().header("Origin", "https://dashboard.kz")
                .get("/v1/progress")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://dashboard.kz");
    }

    @Test
    void a_page_from_another_origin_may_not_ask() {
        given().header("Origin", "https://other.kz")
                .get("/v1/progress")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
