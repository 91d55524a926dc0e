package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.EndpointRules;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import kz.qadam.chassis.testing.ToyResource;
import kz.qadam.chassis.testing.UnsaidResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class TokensTest {

    @Test
    void without_a_token_a_secured_endpoint_asks_for_one() {
        refused(given().get("/toys/office"), 401, "unauthorized");
    }

    @Test
    void a_token_that_cannot_be_trusted_is_as_good_as_none() {
        Instant past = Instant.now().minus(Duration.ofMinutes(10));
        Stream.of(
                        "garbage",
                        "a.b.c",
                        TestIssuer.token("office") + "x",
                        TestIssuer.of("office").expiry(past).sign(),
                        TestIssuer.of("office")
                                .issuer("https://elsewhere.example")
                                .sign(),
                        TestIssuer.of("office").audience("another-service").sign(),
                        TestIssuer.of("office").signByStranger(),
                        TestIssuer.of("office").signByPublicKey(),
                        TestIssuer.of("office").sign(SignatureAlgorithm.RS512),
                        TestIssuer.of("office").unsigned())
                .forEach(token -> {
                    refused(get("/toys/office", token), 401, "unauthorized");
                    refused(get("/toys/public", token), 401, "unauthorized");
                });
    }

    @Test
    void a_name_with_a_password_is_as_good_as_none() {
        given().header("Authorization", "Basic b2ZmaWNlOm9mZmljZQ==")
                .get("/toys/office")
                .then()
                .statusCode(401)
                .body("type", endsWith("/problems/unauthorized"));
    }

    @ParameterizedTest
    @CsvSource({"JWT,", "JWT, ID", "JWT, Refresh", "at+jwt, ID", "logout+jwt,", "logout+jwt, Bearer", "JWT, DPoP"})
    void a_token_that_is_no_access_token_is_as_good_as_none(String inHeader, String claimed) {
        refused(
                get(
                        "/toys/office",
                        TestIssuer.of("office").type(inHeader, claimed).sign()),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({"at+jwt,", "application/at+jwt,", "JWT, Bearer", "at+jwt, Bearer"})
    void an_access_token_says_so_in_its_header_or_in_a_claim(String inHeader, String claimed) {
        String token = TestIssuer.of("office").type(inHeader, claimed).sign();

        assertThat(get("/toys/office", token).statusCode()).isEqualTo(200);
    }

    @Test
    void another_scheme_is_no_bearer_token() {
        String token = TestIssuer.token("office");
        for (String header : new String[] {token, "Bearer\t" + token, "DPoP " + token}) {
            refused(given().header("Authorization", header).get("/toys/office"), 401, "unauthorized");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q_session=a", "q_session_staff=a", "q_session_elsewhere=a", "q_auth_staff_1=a"})
    void a_cookie_has_no_effect(String cookie) {
        assertThat(given().header("Cookie", cookie).get("/toys/public").asString())
                .isEqualTo("anonymous");
        refused(given().header("Cookie", cookie).get("/toys/office"), 401, "unauthorized");
        assertThat(given().header("Cookie", cookie)
                        .header("Authorization", "Bearer " + TestIssuer.token("office"))
                        .get("/toys/office")
                        .asString())
                .isEqualTo("test-office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/", "/staff/toys/office", "/%73taff/toys/office"})
    void without_a_provider_nobody_logs_in(String path) {
        refused(given().urlEncodingEnabled(false).get(path), 404, "not-found");
        refused(
                given().urlEncodingEnabled(false)
                        .header("Authorization", "Bearer " + TestIssuer.token("office"))
                        .get(path),
                404,
                "not-found");
    }

    @Test
    void another_role_than_the_one_needed_is_forbidden() {
        refused(get("/toys/office", TestIssuer.token("viewer")), 403, "forbidden");
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_call_it_is_closed_to_all() {
        refused(given().get("/unsaid"), 401, "unauthorized");
        refused(get("/unsaid", TestIssuer.token("office")), 403, "forbidden");
    }

    @Test
    void an_endpoint_that_does_not_say_who_may_call_it_is_found_by_the_rule_of_architecture() {
        assertThat(EndpointRules.EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT
                        .evaluate(new ClassFileImporter().importClasses(UnsaidResource.class, ToyResource.class))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("UnsaidResource.read()");
    }

    @Test
    void who_may_not_ask_is_refused_before_the_question_is_read() {
        refused(given().get("/toys/office?reference=991231100010"), 401, "unauthorized");
        refused(get("/toys/office?reference=991231100010", TestIssuer.token("viewer")), 403, "forbidden");
        refused(get("/toys/office?reference=991231100010", TestIssuer.token("office")), 422, "rule-violated");
    }

    @Test
    void a_path_secured_by_configuration_answers_alike() {
        refused(given().get("/fenced/1"), 401, "unauthorized");
        refused(get("/fenced/1", "garbage"), 401, "unauthorized");
        refused(get("/fenced/1", TestIssuer.token("office")), 404, "not-found");
        refused(get("/closed/1", TestIssuer.token("office")), 403, "forbidden");
    }

    @Test
    void a_good_token_opens_again_and_again_and_never_for_another_role() {
        String office = TestIssuer.token("office");
        String viewer = TestIssuer.token("viewer");

        for (int i = 0; i < 3; i++) {
            assertThat(get("/toys/office", office).asString()).isEqualTo("test-office");
            refused(get("/toys/office", viewer), 403, "forbidden");
        }
    }

    @Test
    void a_remembered_token_ends_with_its_expiry() {
        String brief =
                TestIssuer.of("office").expiry(Instant.now().plusSeconds(2)).sign();
        assertThat(get("/toys/office", brief).statusCode()).isEqualTo(200);

        await().untilAsserted(() -> refused(get("/toys/office", brief), 401, "unauthorized"));
    }

    @Test
    void an_open_endpoint_knows_who_asks_by_the_token() {
        assertThat(given().get("/toys/public").asString()).isEqualTo("anonymous");
        assertThat(get("/toys/public", TestIssuer.token("viewer")).asString()).isEqualTo("test-viewer");
        assertThat(get("/toys/public", TestIssuer.partner("school-1")).asString())
                .isEqualTo("school-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/toys/acting", "/toys/acting-at-once", "/toys/acting?institution=school-1"})
    void a_partner_acts_for_its_own_institution(String path) {
        assertThat(get(path, TestIssuer.partner("school-1")).asString()).isEqualTo("school-1");
    }

    @Test
    void a_partner_does_not_act_for_another_institution() {
        Response other = get("/toys/acting?institution=school-2", TestIssuer.partner("school-1"));

        refused(other, 403, "not-yours");
        assertThat(other.jsonPath().getString("errors[0].pointer")).isEqualTo("/institution");
    }

    @Test
    void a_partner_whose_token_names_no_institution_may_do_nothing() {
        refused(get("/toys/acting", TestIssuer.token("partner")), 403, "forbidden");
        refused(get("/toys/acting?institution=school-1", TestIssuer.token("partner")), 403, "forbidden");
    }

    @Test
    void the_office_acts_for_the_institution_that_it_names() {
        assertThat(get("/toys/acting?institution=school-2", TestIssuer.token("office"))
                        .asString())
                .isEqualTo("school-2");
    }

    @Test
    void the_office_names_the_institution_that_it_acts_for() {
        Response unnamed = get("/toys/acting", TestIssuer.token("office"));

        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.jsonPath().getString("errors[0].pointer")).isEqualTo("/institution");
        assertThat(unnamed.jsonPath().getString("errors[0].code")).isEqualTo("missing");
    }

    private static Response get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).endsWith("/problems/" + code);
        if (status == 401)
            assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    }
}
