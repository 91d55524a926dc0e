package kz.qadam.progress.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class BacklogTest {

    private final Partner school = Partner.school();

    @Inject
    RelayedQueue queue;

    @AfterEach
    void empty() {
        queue.pretend(0, null);
        await().untilAsserted(() -> school.completes("last", "E", "2026-05-31").statusCode(201));
    }

    private void letTooManyWait() {
        queue.pretend(2_000_000, null);
        await().untilAsserted(() -> school.completes("C-1", "E", "2026-05-31")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", containsString("unavailable")));
    }

    @Test
    void when_too_many_events_wait_posts_are_turned_away() {
        letTooManyWait();

        school.post("/v1/completions/batch", "[{\"reference\":\"C-2\"}]").statusCode(503);
        school.post("/v1/corrections", "{}").statusCode(503);
        school.post("/v1/revocations", "{}").statusCode(503);
    }

    @Test
    void when_too_many_events_wait_a_dry_run_is_answered() {
        letTooManyWait();

        school.post(
                        "/v1/completions?dryRun=true",
                        "{\"reference\":\"C-3\",\"enrolment\":\"E\",\"completedOn\":\"2026-05-31\"}")
                .statusCode(200);
    }

    @Test
    void when_too_many_events_wait_the_health_of_the_service_says_so() {
        letTooManyWait();

        Management.health().then().statusCode(503).body(containsString("\"full\": true"));
    }

    @Test
    void when_too_many_events_wait_enrolments_are_taken_in_and_what_was_accepted_counts() {
        school.completes("C", "E", "2026-05-31").statusCode(201);
        letTooManyWait();

        Neighbours.describeCatalogue();
        school.enrols("E", UUID.randomUUID(), "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void when_too_many_events_wait_a_file_is_taken_and_its_rows_wait_too() {
        letTooManyWait();
        String job = file("reference,enrolment,completedOn\nF-1,E-1,2026-05-31\n")
                .statusCode(202)
                .extract()
                .path("id");
        school.get("/v1/completion-imports/" + job).body("status", equalTo("waiting"));

        queue.pretend(0, null);

        await().untilAsserted(() -> school.get("/v1/completion-imports/" + job).body("status", equalTo("finished")));
    }

    @Test
    void when_the_oldest_event_has_waited_for_too_long_posts_are_turned_away() {
        queue.pretend(1, Instant.now().minus(Duration.ofHours(7)));

        await().untilAsserted(() ->
                school.completes("C", "E", "2026-05-31").statusCode(503).header("Retry-After", notNullValue()));
    }

    private ValidatableResponse file(String rows) {
        return given().auth()
                .oauth2(Tokens.of("partner", school.institution()))
                .contentType("text/csv")
                .body(rows)
                .post("/v1/completion-imports")
                .then();
    }
}
