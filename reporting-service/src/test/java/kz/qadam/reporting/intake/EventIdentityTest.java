package kz.qadam.reporting.intake;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** Which event an event is, and that it is only told once. */
@ReportingTest
class EventIdentityTest {

    private static final String TYPE = "kz.qadam.intake.tallied.v1";
    private static final String TALLY = """
            {"institution": "%s", "day": "2026-06-01", "received": %d, "accepted": 0, "pending": 0, "refused": 0,
             "duplicate": 0, "conflict": 0, "rejected": 0, "pendingNow": 0, "refusedNow": 0, "version": 1%s}
            """;

    private final String school = "school-" + UUID.randomUUID();
    private final String subject = "tally/" + school + "/2026-06-01";

    @Test
    void the_same_id_with_other_content_is_a_dead_letter_and_an_alarm() {
        send(id(), "/progress-service", TALLY.formatted(school, 0, ""));
        send(id(), "/progress-service", TALLY.formatted(school, 1, ""));

        String id = awaitLetter("An event with the same id said something else before.");

        auditor("/v1/audit/dead-letters", "limit", "1000")
                .body("items.find { it.id == '%s' }.status".formatted(id), is("open"));
        await().untilAsserted(() -> exact("/v1/progress").body("because.code", hasItem("dead-letters")));
        given().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*qadam_dead_letters_contradictions_total\\S* [1-9].*"));
        discard(id);
    }

    @Test
    void a_higher_version_makes_up_for_a_contradiction() {
        send(id(), "/progress-service", TALLY.formatted(school, 0, ""));
        send(id(), "/progress-service", TALLY.formatted(school, 1, ""));
        String id = awaitLetter("An event with the same id said something else before.");

        send(
                CloudEvent.idOf(TYPE, subject, 2),
                "/progress-service",
                TALLY.formatted(school, 0, "").replace("\"version\": 1", "\"version\": 2"));

        await().untilAsserted(() -> auditor("/v1/audit/dead-letters", "limit", "1000")
                .body("items.find { it.id == '%s' }.status".formatted(id), is("superseded")));
    }

    @Test
    void the_same_content_in_other_words_and_with_more_members_is_the_same_event() {
        send(id(), "/progress-service", TALLY.formatted(school, 0, ", \"share\": 1.5"));
        send(id(), "/progress-service", TALLY.formatted(school, 0, ",  \"share\": 1.50, \"later\": [1]"));

        String key = subject;
        UUID last = Events.send("qadam.completions", key, "kz.qadam.test.marked.v1", "after/" + key, 1, "{}");
        await().untilAsserted(() -> auditor("/v1/audit/events/" + last).statusCode(200));

        auditor("/v1/audit/dead-letters", "limit", "1000")
                .body("items.findAll { it.subject == '%s' }.size()".formatted(subject), is(0));
    }

    @Test
    void an_id_that_is_not_that_of_type_subject_and_version_is_refused() {
        send(UUID.randomUUID(), "/progress-service", TALLY.formatted(school, 0, ""));

        discard(awaitLetter("Its id is not that of its type, subject and version."));
    }

    @Test
    void an_event_from_somebody_else_than_the_owner_of_its_type_is_refused() {
        send(id(), "/enrolment-service", TALLY.formatted(school, 0, ""));

        discard(awaitLetter("Its source is not the owner of its type."));
    }

    private UUID id() {
        return CloudEvent.idOf(TYPE, subject, 1);
    }

    private void send(UUID id, String source, String data) {
        var event = new CloudEvent(id, TYPE, source, subject, Instant.now(), null, data);
        Events.send(event.to("qadam.completions", subject));
    }

    private String awaitLetter(String reason) {
        String path = "items.find { it.subject == '%s' && it.reason == '%s' }.id".formatted(subject, reason);
        return await().until(
                        () -> auditor("/v1/audit/dead-letters", "limit", "1000")
                                .extract()
                                .path(path),
                        id -> id != null);
    }

    private static void discard(String id) {
        post(
                        "office",
                        "/v1/audit/dead-letters/" + id + "/resolution",
                        Map.of("action", "discard", "reason", "Sent by mistake."))
                .statusCode(200);
    }
}
