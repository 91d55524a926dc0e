package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ProviderKeysTest.OfAProvider.class)
@WithTestResource(NoBackends.class)
@WithTestResource(ProviderServer.class)
class ProviderKeysTest {

    public static class OfAProvider implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "keycloak";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.tokens.ask-again-after", "2s",
                    "quarkus.oidc.jwks.cache-time-to-live", "1S",
                    "quarkus.oidc.jwks.clean-up-timer-interval", "1S");
        }
    }

    private static final RsaJsonWebKey FIRST = Provider.key("first");

    @BeforeEach
    void the_provider_offers_a_key() {
        Provider.startsAgain();
        Provider.offers(FIRST);
        await().until(() -> status(Provider.token(FIRST)) == 200);
    }

    @Test
    void forged_tokens_with_unknown_keys_make_no_service_ask_for_each_of_them() {
        int before = Provider.asked();
        long began = System.nanoTime();

        for (int i = 0; i < 30; i++) {
            assertThat(status(Provider.forged("forged-" + i))).isEqualTo(401);
        }

        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertThat(Provider.asked() - before).isLessThanOrEqualTo((int) seconds + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "not in base64"})
    void what_is_refused_without_asking_the_provider_keeps_nobody_out(String signature) {
        RsaJsonWebKey next = Provider.key("next");
        Provider.offers(FIRST, next);
        String unsigned = Provider.forged("nobody").replaceFirst("[^.]*$", signature);

        assertThat(status(unsigned)).isEqualTo(401);

        await().until(() -> status(unsigned) == 401 && status(Provider.token(next)) == 200);
    }

    @Test
    void a_token_with_the_name_of_a_known_key_and_another_signature_is_refused() {
        assertThat(status(Provider.forged("first"))).isEqualTo(401);
    }

    @Test
    void keys_are_rotated_while_the_service_runs() {
        RsaJsonWebKey second = Provider.key("second");
        Provider.offers(FIRST, second);

        await().until(() -> status(Provider.token(second)) == 200);
        assertThat(status(Provider.token(FIRST))).isEqualTo(200);
    }

    @Test
    void a_key_that_was_withdrawn_is_not_trusted_any_more() {
        RsaJsonWebKey other = Provider.key("other");
        Provider.offers(other);

        await().until(() -> status(Provider.token(other)) == 200);
        await().until(() -> status(Provider.token(FIRST)) == 401);
    }

    @Test
    void while_the_provider_is_down_tokens_that_cannot_be_verified_wait_and_are_accepted_afterwards() {
        Provider.stops();
        RsaJsonWebKey next = Provider.key("next");
        Provider.offers(FIRST, next);

        await().until(() -> status(Provider.token(next)) == 503);
        assertThat(status(Provider.token(next))).isEqualTo(503);
        await().until(() -> status(Provider.token(FIRST)) == 503);

        Provider.startsAgain();
        await().until(() -> status(Provider.token(next)) == 200);
        await().until(() -> status(Provider.token(FIRST)) == 200);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/toys/office")
                .statusCode();
    }
}
