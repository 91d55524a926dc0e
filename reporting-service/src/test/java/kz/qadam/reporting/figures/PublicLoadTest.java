package kz.qadam.reporting.figures;

import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers with a token are served during any number of public questions. */
@ReportingTest
class PublicLoadTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String cohort = "load-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_cohort() {
        Events.seed();
        Events.cohort(cohort, 10L);
        await().untilAsserted(() -> byAnybody("/v1/progress/" + cohort).statusCode(200));
    }

    @Test
    void beside_two_that_are_worked_on_only_what_is_rendered_is_answered_to_the_public() throws SQLException {
        String past = exact("/v1/progress").extract().path("asOf");
        String rendered =
                byAnybody("/v1/progress/" + cohort, "asOf", past).extract().asString();
        CompletableFuture<HttpResponse<Void>> one;
        CompletableFuture<HttpResponse<Void>> other;
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table tally in access exclusive mode");
            one = asked("/v1/progress/coverage?days=11");
            other = asked("/v1/progress/coverage?days=12");
            await().until(() -> waitingFor(statement) == 2);

            byAnybody("/v1/progress/" + cohort, "on", "2026-02-01")
                    .statusCode(503)
                    .header("Retry-After", is("1"));
            byAnybody("/", "cohort", cohort, "on", "2026-02-01").statusCode(503);
            byAnybody("/v1/publications").statusCode(503);
            byAnybody("/v1/progress/" + cohort, "asOf", past).statusCode(200).body(is(rendered));
            exact("/v1/progress/" + cohort, "on", "2026-02-01").statusCode(200);
            exact("/v1/publications").statusCode(200);
        }
        assertThat(one.join().statusCode()).isEqualTo(200);
        assertThat(other.join().statusCode()).isEqualTo(200);
        byAnybody("/v1/progress/" + cohort, "on", "2026-02-01").statusCode(200);
    }

    private static CompletableFuture<HttpResponse<Void>> asked(String path) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static int waitingFor(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select count(*) from pg_locks where relation = 'tally'::regclass and not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
