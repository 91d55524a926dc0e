package kz.qadam.chassis.http.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class PrivateAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"/toys/public", "/toys/office", "/nothing", "/q/openapi"})
    void nobody_keeps_what_is_answered_to_a_token_or_a_key(String path) {
        for (String shown : List.of("Bearer " + TestIssuer.token("office"), "Bearer none", "Basic bm9uZTpub25l")) {
            assertThat(given().header("Authorization", shown)
                            .get(path)
                            .headers()
                            .getValues("Cache-Control"))
                    .as(shown)
                    .containsExactly("private, no-store");
        }
    }

    @Test
    void an_answer_to_everybody_stays_as_it_is() {
        assertThat(given().get("/toys/public").header("Cache-Control")).isNull();
    }
}
