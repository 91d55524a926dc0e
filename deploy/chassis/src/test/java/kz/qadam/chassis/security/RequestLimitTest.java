package kz.qadam.chassis.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import kz.qadam.chassis.testing.ToyKeys;
import org.junit.jupiter.api.Test;

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

    /** Asks without a pause until it is told to wait. */
    private static Response exhaust(String institution) {
        return Stream.generate(() -> asks(institution))
                .limit(100)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
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
    void the_office_and_the_public_are_not_counted() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> given().get("/toys/public")))
                .allMatch(answer -> answer.statusCode() == 200);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> given().header("Authorization", "Bearer " + TestIssuer.token("office"))
                                .get("/toys/office")))
                .allMatch(answer -> answer.statusCode() == 200);
    }
}
