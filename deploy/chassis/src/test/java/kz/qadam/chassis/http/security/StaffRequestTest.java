package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are let through to the session of a person: 403 if none is looked for, 401 if there is none. */
@QuarkusTest
@TestProfile(StaffRequestTest.WithADashboardOfAnotherSite.class)
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class StaffRequestTest {

    private static final String DASHBOARD = "https://dashboard.kz";

    /** People log in, and scripts of one other origin may ask. */
    public static class WithADashboardOfAnotherSite implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.login.enabled", "true",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", DASHBOARD);
        }
    }

    @ParameterizedTest
    @CsvSource({"same-site, cors", "cross-site, cors", "same-site, no-cors", "cross-site, no-cors"})
    void a_script_of_an_origin_that_may_ask_elsewhere_reads_nothing_of_a_session(String site, String mode) {
        Response answer = fetched(site, mode).header("Origin", DASHBOARD).get("/staff/toys/public");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void an_old_browser_names_the_origin_of_a_script_and_it_reads_nothing() {
        assertThat(given().header("Origin", DASHBOARD).get("/staff/toys/public").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_browser_that_asks_for_a_script_first_is_refused() {
        Response answer = given().header("Origin", DASHBOARD)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "Accept")
                .options("/staff/toys/public");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, cors", "same-origin, navigate", "none, navigate", "cross-site, navigate"})
    void a_page_of_the_service_and_whoever_follows_a_link_are_let_through(String site, String mode) {
        assertThat(fetched(site, mode).get("/staff/toys/public").statusCode()).isEqualTo(401);
    }

    @Test
    void a_browser_that_says_nothing_is_let_through() {
        assertThat(given().get("/staff/toys/public").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-site", "cross-site"})
    void what_changes_something_comes_from_a_page_of_the_service_alone(String site) {
        assertThat(fetched(site, "navigate").post("/staff/toys/public").statusCode())
                .isEqualTo(403);
        assertThat(fetched("same-origin", "cors").post("/staff/toys/public").statusCode())
                .isEqualTo(401);
    }

    @Test
    void elsewhere_the_other_origin_may_ask_without_credentials() {
        Response answer = given().header("Origin", DASHBOARD).get("/toys/public");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/public", "/problems", "/q/openapi", "/nothing"})
    void every_answer_says_that_it_depends_on_the_origin(String path) {
        for (RequestSpecification request : new RequestSpecification[] {given(), given().header("Origin", DASHBOARD)}) {
            assertThat(request.get(path).headers().getValues("Vary"))
                    .singleElement()
                    .asString()
                    .containsOnlyOnce("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/toys/public", "/staff/nothing"})
    void no_answer_to_a_session_is_kept(String path) {
        assertThat(given().get(path).header("Cache-Control")).isEqualTo("private, no-store");
    }

    private static RequestSpecification fetched(String site, String mode) {
        return given().header("Sec-Fetch-Site", site).header("Sec-Fetch-Mode", mode);
    }
}
