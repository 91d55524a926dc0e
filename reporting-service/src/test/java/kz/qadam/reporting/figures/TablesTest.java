package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.csv;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as tables, and the data package that describes them; dashboards of other sites rely on both. */
@ReportingTest
class TablesTest {

    @Test
    void the_data_package_lists_the_tables() {
        JsonPath dataPackage = givenDataPackage();

        assertThat(dataPackage.getString("'$schema'"))
                .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(dataPackage.getString("name")).isEqualTo("qadam");
        assertThat(dataPackage.getList("resources.type")).containsOnly("table");
        assertThat(dataPackage.getList("resources.encoding")).containsOnly("utf-8");
        assertThat(dataPackage.<String>getList("resources.path")).allMatch(path -> path.endsWith("&bom=false"));
        assertThat(dataPackage.getList("resources.name"))
                .containsAll(byDimension())
                .contains("cohorts", "packaged-by-month");
    }

    @Test
    void a_table_has_the_columns_that_the_data_package_describes() {
        JsonPath dataPackage = givenDataPackage();

        List<String> tables = Stream.concat(Stream.of("cohorts", "packaged-by-month"), byDimension().stream())
                .toList();
        for (String table : tables) {
            String resource = "resources.find { it.name == '%s' }.".formatted(table);
            List<String> described = dataPackage.getList(resource + "schema.fields.name");
            assertThat(columns(dataPackage.getString(resource + "path")))
                    .as(table)
                    .isEqualTo(String.join(",", described));
        }
    }

    private static List<String> byDimension() {
        return Dimension.BREAKDOWNS.stream()
                .map(by -> "packaged-by-" + by.code())
                .toList();
    }

    private static JsonPath givenDataPackage() {
        givenCohort("packaged", 10L);
        awaitCohort("packaged");
        return JsonPath.from(
                viewer("/datapackage.json").statusCode(200).extract().asString());
    }

    private static String columns(String path) {
        return as("viewer")
                .urlEncodingEnabled(false)
                .get(path.substring(path.indexOf("/v1/")))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/progress?",
                "/v1/progress/total?",
                "/v1/progress/total/breakdown?by=region&",
                "/v1/progress/total/series?interval=month&",
                "/v1/progress/coverage?"
            })
    void a_table_begins_with_a_byte_order_mark_unless_it_is_asked_not_to(String question) {
        String csv = question + "format=csv";

        assertThat(csv(csv)).startsWith("\uFEFFasOf,");
        assertThat(csv(csv + "&bom=true")).startsWith("\uFEFFasOf,");
        assertThat(csv(csv + "&bom=false")).startsWith("asOf,");
    }

    @Test
    void a_table_that_is_asked_for_by_a_header_can_do_without_a_byte_order_mark_too() {
        assertThat(csv("/v1/progress?bom=false")).startsWith("asOf,");
    }

    @Test
    void an_unknown_value_of_bom_is_refused() {
        anonymous("/v1/progress", "format", "csv", "bom", "no").statusCode(400).body("errors[0].parameter", is("bom"));
    }
}
