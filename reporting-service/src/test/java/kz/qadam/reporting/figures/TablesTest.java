package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as tables, and the data package that describes them; dashboards of other sites rely on both. */
@ReportingTest
class TablesTest {

    @BeforeEach
    void seed() {
        givenCohort("packaged", 10L);
        await().untilAsserted(
                        () -> anonymous("/datapackage.json").body("resources.name", hasItem("packaged-by-region")));
    }

    @Test
    void the_data_package_lists_the_tables() {
        anonymous("/datapackage.json")
                .statusCode(200)
                .body("'$schema'", is("https://datapackage.org/profiles/2.0/datapackage.json"))
                .body("name", is("qadam"))
                .body("resources.type", everyItem(is("table")))
                .body("resources.encoding", everyItem(is("utf-8")))
                .body("resources.path", everyItem(endsWith("&bom=false")))
                .body("resources.name", hasItem("packaged-by-region"))
                .body("resources.name", hasItem("packaged-by-kind"))
                .body("resources.name", hasItem("packaged-by-month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cohorts", "packaged-by-region", "packaged-by-kind", "packaged-by-month"})
    void a_table_has_the_columns_that_the_data_package_describes(String table) {
        String resource = "resources.find { it.name == '%s' }.".formatted(table);
        String path = anonymous("/datapackage.json").extract().path(resource + "path");
        List<String> described = anonymous("/datapackage.json").extract().path(resource + "schema.fields.name");

        String csv = given().urlEncodingEnabled(false)
                .get(path.substring(path.indexOf("/v1/")))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines().findFirst()).hasValue(String.join(",", described));
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
