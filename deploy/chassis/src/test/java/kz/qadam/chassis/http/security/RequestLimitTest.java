package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import kz.qadam.chassis.testing.ToyKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RequestLimitTest.ThreeAtOnce.class)
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class RequestLimitTest {

    public static class ThreeAtOnce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.requests.per-second",
                    "1",
                    "qadam.requests.at-once",
                    "3",
                    "qadam.requests.staff.per-second",
                    "1",
                    "qadam.requests.staff.at-once",
                    "6",
                    "qadam.items.per-second",
                    "10",
                    "qadam.items.at-once",
                    "100");
        }
    }

    @Inject
    ToyKeys keys;

    private static Response asks(ToyKeys.Held key) {
        return given().header("Authorization", key.shown()).get("/toys/public");
    }

    private static Response asks(String institution) {
        return given().header("Authorization", "Bearer " + TestIssuer.partner(institution))
                .get("/toys/public");
    }

    private static Response sends(String institution, int items) {
        return given().header("Authorization", "Bearer " + TestIssuer.partner(institution))
                .contentType("application/json")
                .body("{\"received\": " + items + "}")
                .post("/toys/many");
    }

    /** Asks without a pause until it has to wait. */
    private static Response exhaust(String institution) {
        return exhaust(() -> asks(institution));
    }

    private static Response exhaust(Supplier<Response> asking) {
        return Stream.generate(asking)
                .limit(100)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static Response asksForTheOffice(String token) {
        return given().header("Authorization", "Bearer " + token).get("/toys/office");
    }

    @Test
    void an_institution_that_asks_too_much_has_to_wait() {
        exhaust("hasty")
                .then()
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", equalTo("\"requests\";q=3;w=3, \"items\";q=100;w=10;qu=\"items\""))
                .header("RateLimit", equalTo("\"requests\";r=0;t=1"))
                .body("type", endsWith("/problems/too-many-requests"));
    }

    @Test
    void an_institution_sees_what_it_may_still_ask() {
        asks("curious")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", startsWith("\"requests\";q=3;w=3"))
                .header("RateLimit", matchesPattern("\"requests\";r=[23];t=[01]"));
    }

    @Test
    void an_institution_that_sends_too_many_items_at_once_makes_up_for_them_before_it_sends_more() {
        sends("diligent", 100 + 10 * 60)
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"items\";r=0;t=(59|60|61)"));

        sends("diligent", 1)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("59|60|61"))
                .header("RateLimit", matchesPattern("\"items\";r=0;t=(59|60|61)"));
        assertThat(asks("diligent").statusCode()).isEqualTo(200);
        assertThat(sends("idle", 1).statusCode()).isEqualTo(200);
    }

    @Test
    void another_key_of_the_same_institution_is_served_meanwhile() {
        ToyKeys.Held hasty = keys.make("divided");
        ToyKeys.Held modest = keys.make("divided");
        await().untilAsserted(() -> assertThat(asks(modest).statusCode()).isEqualTo(200));

        assertThat(Stream.generate(() -> asks(hasty)).limit(100)).anyMatch(answer -> answer.statusCode() == 429);

        assertThat(asks(modest).statusCode()).isEqualTo(200);
        assertThat(asks("divided").statusCode()).isEqualTo(200);
    }

    @Test
    void another_institution_is_served_meanwhile() {
        exhaust("greedy");

        assertThat(asks("modest").statusCode()).isEqualTo(200);
    }

    @Test
    void having_waited_it_is_served_again() {
        exhaust("patient");

        await().untilAsserted(() -> assertThat(asks("patient").statusCode()).isEqualTo(200));
    }

    @Test
    void a_request_that_is_refused_counts_too() {
        asksForTheOffice(TestIssuer.partner("refused"))
                .then()
                .statusCode(403)
                .header("RateLimit-Policy", startsWith("\"requests\";q=3;w=3"))
                .header("RateLimit", matchesPattern("\"requests\";r=[23];t=[01]"));

        exhaust(() -> asksForTheOffice(TestIssuer.partner("refused")))
                .then()
                .header("Retry-After", equalTo("1"))
                .header("RateLimit", equalTo("\"requests\";r=0;t=1"));
    }

    @Test
    void an_address_without_anything_counts_too() {
        String token = TestIssuer.partner("lost");

        Response answer =
                exhaust(() -> given().header("Authorization", "Bearer " + token).get("/toys/conflict/nothing"));

        assertThat(answer.statusCode()).isEqualTo(429);
    }

    @Test
    void a_token_without_a_role_has_the_quota_of_an_institution() {
        exhaust(() -> asksForTheOffice(TestIssuer.of("guest").sign()))
                .then()
                .header("RateLimit-Policy", startsWith("\"requests\";q=3;w=3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "auditor", "viewer"})
    void staff_have_a_larger_quota_of_their_own(String role) {
        exhaust(() -> asksForTheOffice(TestIssuer.token(role)))
                .then()
                .header("RateLimit-Policy", equalTo("\"requests\";q=6;w=6"))
                .header("RateLimit", equalTo("\"requests\";r=0;t=1"));

        assertThat(asks("school-of-" + role).statusCode()).isEqualTo(200);
    }

    @Test
    void staff_of_a_region_have_the_quota_of_staff() {
        String token = TestIssuer.of("viewer").region("KZ-75").institution(null).sign();

        asksForTheOffice(token)
                .then()
                .statusCode(anyOf(is(403), is(429)))
                .header("RateLimit-Policy", equalTo("\"requests\";q=6;w=6"));
    }

    @Test
    void an_institution_named_like_the_subject_of_a_token_is_served_meanwhile() {
        exhaust(() -> asksForTheOffice(TestIssuer.of("guest", "visitor").sign()));

        assertThat(asks("test-guest-visitor").statusCode()).isEqualTo(200);
    }

    @Test
    void the_public_is_not_counted() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> given().get("/toys/public")))
                .allMatch(answer -> answer.statusCode() == 200)
                .allMatch(answer -> answer.header("RateLimit") == null);
    }
}
