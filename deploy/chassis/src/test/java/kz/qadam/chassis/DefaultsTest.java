package kz.qadam.chassis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The defaults whose loss nobody would notice. */
@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void the_database_keeps_the_values_of_a_refused_row_to_itself() {
        var pool = database.getConfiguration().connectionPoolConfiguration();

        assertThat(pool.connectionFactoryConfiguration().jdbcProperties())
                .containsEntry("logServerErrorDetail", "false");
        assertThat(pool.maxSize()).isEqualTo(20);
    }

    @Test
    void answers_are_compressed_and_not_guessed_at() {
        given().header("Accept-Encoding", "gzip")
                .get("/problems")
                .then()
                .header("Content-Encoding", "gzip")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void health_and_metrics_are_there() {
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/metrics").statusCode()).isEqualTo(200);
    }
}
