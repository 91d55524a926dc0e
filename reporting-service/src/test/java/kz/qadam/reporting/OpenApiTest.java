package kz.qadam.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.junit.jupiter.api.Test;

/** The OpenAPI document of the service. */
@ReportingTest
class OpenApiTest {

    /** About the service itself, not about what is counted. */
    private static final Set<String> WITHOUT_PAST =
            Set.of("/v1/receipt-key-uses", "/v1/audit/trail", "/v1/audit-tasks");

    /** Segments of the archive; and the work of auditors, which is as it is now. */
    private static final Pattern WITHOUT_ANY_PAST = Pattern.compile(
            "/v1/audit/(trail|events)/segments(/.*)?|/v1/audit/events/openings.ndjson|/v1/audit/worklists(/.*)?");

    private static boolean hasNoPast(String path) {
        return WITHOUT_PAST.contains(path) || WITHOUT_ANY_PAST.matcher(path).matches();
    }

    @Test
    void every_get_request_has_as_of_and_on() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");

        assertThat(paths).hasSizeGreaterThan(15).allSatisfy((path, methods) -> {
            if (methods.containsKey("get") && !hasNoPast(path)) {
                assertThat(parameters(methods.get("get"))).contains("asOf", "on");
            }
        });
    }

    @Test
    void every_list_of_dimensions_and_measures_has_all_of_them() {
        JsonPath api = given().get("/q/openapi?format=json").jsonPath();
        List<String> dimensions =
                Dimension.BREAKDOWNS.stream().map(Dimension::code).toList();
        List<String> measures =
                Arrays.stream(Measure.values()).map(Measure::code).toList();

        assertThat(api.<String>getList(
                        "paths.'/v1/progress/{cohort}/breakdown'.get.parameters.find { it.name == 'by' }.schema.enum"))
                .isEqualTo(dimensions);
        assertThat(api.<String>getList("components.schemas.EvidenceMeasure.enum"))
                .isEqualTo(measures);
        assertThat(api.<String>getList("components.schemas.RecountDifference.properties.measure.enum"))
                .isEqualTo(measures);
        assertThat(api.<String>getList("components.schemas.Revision.properties.measure.enum"))
                .startsWith(measures.toArray(new String[0]))
                .endsWith("target");
        assertThat(api.getMap("components.schemas.RecountDifference.properties").keySet())
                .containsAll(dimensions);
        assertThat(api.getMap("components.schemas.Evidence.properties").keySet())
                .containsAll(dimensions);
    }

    private static List<Object> parameters(Map<String, Object> operation) {
        return ((List<?>) operation.getOrDefault("parameters", List.of()))
                .stream().<Object>map(one -> ((Map<?, ?>) one).get("name")).toList();
    }
}
