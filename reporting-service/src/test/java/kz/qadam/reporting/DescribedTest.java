package kz.qadam.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@ReportingTest
class DescribedTest {

    @Test
    void every_question_can_be_asked_as_of_an_instant_and_on_a_day() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");

        assertThat(paths).hasSizeGreaterThan(15).allSatisfy((path, methods) -> {
            if (methods.containsKey("get")) {
                assertThat(parameters(methods.get("get"))).contains("asOf", "on");
            }
        });
    }

    private static List<Object> parameters(Map<String, Object> operation) {
        return ((List<?>) operation.getOrDefault("parameters", List.of()))
                .stream().<Object>map(one -> ((Map<?, ?>) one).get("name")).toList();
    }
}
