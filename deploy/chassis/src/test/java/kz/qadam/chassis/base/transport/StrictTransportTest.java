package kz.qadam.chassis.base.transport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(StrictTransportTest.BehindAProxy.class)
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class StrictTransportTest {

    /** A proxy on this machine says how it is reached. */
    public static class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/nothing", "/problems/not-found", "/q/swagger-ui/"})
    void every_answer_that_the_proxy_gives_over_tls_commits_the_browser_to_tls(String path) {
        given().header("X-Forwarded-Proto", "https")
                .get(path)
                .then()
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    @Test
    void an_answer_in_plain_commits_to_nothing() {
        given().header("X-Forwarded-Proto", "http")
                .get("/problems")
                .then()
                .header("Strict-Transport-Security", nullValue());
    }
}
