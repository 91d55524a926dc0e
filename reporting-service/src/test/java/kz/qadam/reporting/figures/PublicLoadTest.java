package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.waitingForLocks;
import static kz.qadam.reporting.DatabaseFixture.whileLocked;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
        givenCohort(cohort, 10L);
        awaitCohort(cohort);
    }

    @Test
    void during_two_public_questions_the_public_is_answered_only_from_the_cache() {
        String past = now();
        String rendered =
                anonymous("/v1/progress/" + cohort, "asOf", past).extract().asString();
        whileTwoAreWorkedOn(() -> {
            anonymous("/v1/progress/" + cohort, "on", "2026-02-01")
                    .statusCode(503)
                    .header("Retry-After", is("1"));
            anonymous("/", "cohort", cohort, "on", "2026-02-01").statusCode(503);
            anonymous("/v1/publications").statusCode(503);
            anonymous("/v1/progress/" + cohort, "asOf", past).statusCode(200).body(is(rendered));
        });
    }

    @Test
    void during_two_public_questions_callers_with_a_token_are_answered() {
        whileTwoAreWorkedOn(() -> {
            viewer("/v1/progress/" + cohort, "on", "2026-02-01").statusCode(200);
            viewer("/v1/publications").statusCode(200);
        });
    }

    @Test
    void after_two_public_questions_the_public_is_answered_again() {
        whileTwoAreWorkedOn(() -> {});

        anonymous("/v1/progress/" + cohort, "on", "2026-02-01").statusCode(200);
    }

    /** The two are answered afterwards. */
    private void whileTwoAreWorkedOn(Runnable questions) {
        List<CompletableFuture<HttpResponse<Void>>> two = new ArrayList<>();
        whileLocked("lock table tally in access exclusive mode", () -> {
            two.add(asked("/v1/progress/coverage?days=11"));
            two.add(asked("/v1/progress/coverage?days=12"));
            await().until(() -> waitingForLocks() == 2);
            questions.run();
        });
        assertThat(two).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    }

    private static CompletableFuture<HttpResponse<Void>> asked(String path) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
