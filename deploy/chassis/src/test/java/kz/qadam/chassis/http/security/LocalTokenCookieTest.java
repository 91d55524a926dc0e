package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On one machine without a provider, somebody with a token gets a session. */
@QuarkusTest
@TestProfile(LocalTokenCookieTest.OnOneMachine.class)
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class LocalTokenCookieTest {

    private static final String ADDRESS = "https://qadam.kz";

    /** As the launcher configures a service. */
    public static class OnOneMachine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.login.by-token", "true", "quarkus.http.host", "127.0.0.1", "qadam.public-url", ADDRESS);
        }
    }

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @Test
    void a_token_is_exchanged_for_a_session_that_no_script_reads_and_that_serves_these_paths_alone() {
        Response begun = begin(TestIssuer.token("office"));

        assertThat(begun.statusCode()).isEqualTo(204);
        assertThat(begun.header("Set-Cookie"))
                .startsWith("q_session=")
                .contains("; Path=/staff", "; HTTPOnly", "; SameSite=Lax");
        assertThat(begun.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(status("/staff/toys/office", begun.cookie("q_session"))).isEqualTo(200);
        assertThat(status("/toys/office", begun.cookie("q_session"))).isEqualTo(401);
    }

    @Test
    void a_session_may_do_what_its_token_may() {
        String partner = begin(TestIssuer.partner("school-42")).cookie("q_session");

        assertThat(status("/staff/toys/office", partner)).isEqualTo(403);
        assertThat(status("/staff/toys/office", "")).isEqualTo(401);
        assertThat(status("/staff/toys/office", partner + "x")).isEqualTo(401);
    }

    @Test
    void no_other_token_is_exchanged() {
        String expired =
                TestIssuer.of("office").expiry(Instant.now().minusSeconds(60)).sign();

        for (String token : new String[] {expired, TestIssuer.of("office").signByStranger(), "x"}) {
            Response refused = begin(token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.header("Set-Cookie")).isNull();
        }
        assertThat(own().post("/staff/login/" + service).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void no_other_site_begins_a_session_or_uses_it(String site) {
        String token = TestIssuer.token("office");

        assertThat(given().header("Sec-Fetch-Site", site)
                        .auth()
                        .oauth2(token)
                        .post("/staff/login/" + service)
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().header("Sec-Fetch-Site", site)
                        .cookie("q_session", token)
                        .post("/staff/toys/office")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_old_browser_changes_something_only_from_a_page_of_the_public_address() {
        assertThat(beginFrom("Origin", ADDRESS)).isEqualTo(204);
        for (String other : List.of("https://dashboard.kz", "null", ADDRESS + ".evil.example", "http://qadam.kz")) {
            assertThat(beginFrom("Origin", other)).as(other).isEqualTo(403);
        }
        assertThat(beginFrom("Accept", "*/*")).isEqualTo(403);
    }

    @Test
    void a_browser_that_says_of_another_site_is_not_believed_by_its_origin() {
        assertThat(given().header("Sec-Fetch-Site", "cross-site")
                        .header("Origin", ADDRESS)
                        .auth()
                        .oauth2(TestIssuer.token("office"))
                        .post("/staff/login/" + service)
                        .statusCode())
                .isEqualTo(403);
    }

    private int beginFrom(String header, String value) {
        return given().header(header, value)
                .auth()
                .oauth2(TestIssuer.token("office"))
                .post("/staff/login/" + service)
                .statusCode();
    }

    @Test
    void the_log_out_ends_the_session_in_the_browser() {
        Response ended = own().redirects().follow(false).get("/staff/logout");

        assertThat(ended.statusCode()).isEqualTo(302);
        assertThat(ended.header("Location")).isEqualTo("/");
        assertThat(ended.header("Set-Cookie")).startsWith("q_session=;").contains("Max-Age=0");
    }

    @Test
    void the_page_that_exchanges_a_token_has_its_script() {
        Response page = given().header("Accept-Language", "ru").get("/login/" + service);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Войти по этому адресу не удалось", "/login/" + service + "/entry.js");
        assertThat(given().get("/login/" + service + "/entry.js").statusCode()).isEqualTo(200);
        assertThat(given().get("/login/another-service").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void a_service_that_other_machines_can_reach_does_not_start_with_it(String host) {
        assertThatThrownBy(() -> LocalTokenCookie.requireOneMachine(host, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QADAM_LOGIN_BY_TOKEN", host);
    }

    @Test
    void a_service_where_people_log_in_does_not_start_with_it() {
        assertThatThrownBy(() -> LocalTokenCookie.requireOneMachine("127.0.0.1", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QADAM_LOGIN_ENABLED");
        assertThatCode(() -> LocalTokenCookie.requireOneMachine("127.0.0.1", false))
                .doesNotThrowAnyException();
    }

    private Response begin(String token) {
        return own().auth().oauth2(token).post("/staff/login/" + service);
    }

    private static int status(String path, String session) {
        return own().cookie("q_session", session).get(path).statusCode();
    }

    private static RequestSpecification own() {
        return given().header("Sec-Fetch-Site", "same-origin");
    }
}
