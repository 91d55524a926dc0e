package kz.qadam.chassis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import kz.qadam.chassis.testing.Management;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The defaults whose loss nobody would notice. */
@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class DefaultsTest {

    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("background")
    AgroalDataSource background;

    @Test
    void the_database_keeps_the_values_of_a_refused_row_to_itself() {
        var pool = database.getConfiguration().connectionPoolConfiguration();

        assertThat(pool.connectionFactoryConfiguration().jdbcProperties())
                .containsEntry("logServerErrorDetail", "false");
        assertThat(pool.maxSize()).isEqualTo(20);
    }

    @Test
    void a_connection_whose_other_end_is_gone_is_noticed_also_behind_a_pooler() {
        for (AgroalDataSource source : List.of(database, background)) {
            assertThat(source.getConfiguration()
                            .connectionPoolConfiguration()
                            .connectionFactoryConfiguration()
                            .jdbcProperties())
                    .containsEntry("tcpKeepAlive", "true")
                    .containsEntry("socketTimeout", "90")
                    .containsEntry("logServerErrorDetail", "false")
                    .doesNotContainKey("options");
        }
    }

    @Test
    void answers_are_compressed_and_not_guessed_at() {
        given().header("Accept-Encoding", "gzip")
                .get("/problems")
                .then()
                .header("Content-Encoding", "gzip")
                .header("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/nothing", "/problems/not-found", "/q/swagger-ui/"})
    void every_answer_has_one_policy_for_browsers(String path) {
        assertThat(given().get(path).headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .endsWith("frame-ancestors 'none'");
    }

    @Test
    void what_a_caller_writes_about_its_connection_is_not_believed() {
        given().header("X-Forwarded-Proto", "https")
                .get("/problems")
                .then()
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void only_the_styles_of_a_page_about_a_problem_are_applied() {
        given().get("/problems/not-found")
                .then()
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", matchesPattern(".*; style-src 'sha256-[\\w+/]{43}='; .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/well", "/q/metrics"})
    void health_and_metrics_are_not_public(String path) {
        given().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/metrics"})
    void health_and_metrics_have_a_port_of_their_own(String path) {
        Management.get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/problems"})
    void the_management_port_has_nothing_else(String path) {
        Management.get(path).then().statusCode(404);
    }
}
