package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ProviderDownTest.NobodyAnswers.class)
@WithTestResource(NoBackends.class)
class ProviderDownTest {

    public static class NobodyAnswers implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "keycloak";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/none");
        }
    }

    @Test
    void while_no_token_can_be_verified_those_who_bring_one_are_asked_to_wait() {
        for (String path : new String[] {"/toys/office", "/toys/public", "/fenced/1"}) {
            Response answer = given().header("Authorization", "Bearer " + Provider.forged("a-key"))
                    .get(path);

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void what_cannot_be_a_token_is_refused_meanwhile() {
        assertThat(given().header("Authorization", "Bearer a.b.c")
                        .get("/toys/office")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void those_without_a_token_are_served_as_ever() {
        assertThat(given().get("/toys/public").asString()).isEqualTo("anonymous");
        assertThat(given().get("/toys/office").statusCode()).isEqualTo(401);
    }
}
