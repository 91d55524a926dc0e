package kz.qadam.reporting.intake.deadletter;

import static java.util.stream.Collectors.joining;
import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class DeadLetterTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void an_event_that_cannot_be_read_makes_figures_provisional_until_a_higher_version_arrives() {
        Events.cohort("letters", 10L);
        UUID learner = UUID.randomUUID();
        UUID completion = UUID.randomUUID();

        broken(completion, learner);

        await().untilAsserted(() -> exact("/v1/progress/letters")
                .body("provisional", is(true))
                .body("because.code", hasItem("dead-letters")));
        String then = exact("/v1/progress/letters").extract().path("asOf");
        Events.completion(completion, learner, "letters", "KZ-75", "school-42", "2026-05-31", 2, true);
        await().untilAsserted(() ->
                exact("/v1/progress/letters").body("provisional", is(false)).body("completions", is(1)));
        exact("/v1/progress/letters", "asOf", then).body("because.code", hasItem("dead-letters"));
        auditor("/v1/audit/dead-letters")
                .body("items.find { it.subject == '%s' }.status".formatted(subject(completion)), is("superseded"));
        auditor("/v1/audit/dead-letters", "asOf", then)
                .body("items.find { it.subject == '%s' }.status".formatted(subject(completion)), is("open"));
    }

    @Test
    void a_letter_says_why_and_not_what() {
        UUID completion = UUID.randomUUID();
        broken(completion, UUID.randomUUID());
        String id = awaitLetter(completion);

        String list = auditor("/v1/audit/dead-letters", "limit", "1000")
                .statusCode(200)
                .body("items.find { it.id == '%s' }.reason".formatted(id), is("completedOn is not a date."))
                .extract()
                .asString();

        assertThat(list).doesNotContain("soon");
        discard(id);
    }

    @Test
    void a_discarded_letter_is_closed_for_good() {
        UUID completion = UUID.randomUUID();
        broken(completion, UUID.randomUUID());
        String id = awaitLetter(completion);

        discard(id).statusCode(200).body("status", is("discarded")).body("resolutionReason", is("Sent by mistake."));

        discard(id).statusCode(200);
        post("office", "/v1/audit/dead-letters/" + id + "/resolution", Map.of("action", "retry", "reason", "Again."))
                .statusCode(409);
        // What is newest is remembered for a moment.
        await().untilAsserted(() -> exact("/v1/progress").body("because.code", not(hasItem("dead-letters"))));
    }

    @Test
    void a_retry_that_still_cannot_be_read_changes_nothing() {
        UUID completion = UUID.randomUUID();
        broken(completion, UUID.randomUUID());
        String id = awaitLetter(completion);
        int version = exact("/v1/progress").extract().path("figureVersion");

        post("auditor", "/v1/audit/dead-letters/" + id + "/resolution", Map.of("action", "retry", "reason", "Mended."))
                .statusCode(422)
                .body("errors[0].code", is("still-unreadable"));

        exact("/v1/progress").body("figureVersion", is(version));
        discard(id);
    }

    @Test
    void a_retry_takes_in_what_can_be_read_by_now() throws SQLException {
        Events.cohort("letters-retried", 10L);
        UUID completion = UUID.randomUUID();
        broken(completion, UUID.randomUUID());
        String id = awaitLetter(completion);
        mend(id);

        post("auditor", "/v1/audit/dead-letters/" + id + "/resolution", Map.of("action", "retry", "reason", "Mended."))
                .statusCode(200)
                .body("status", is("retried"))
                .body("resolvedBy", is("auditor"));

        await().untilAsserted(() ->
                exact("/v1/progress/letters-retried").body("completions", is(1)).body("provisional", is(false)));
    }

    /** As if the reader had learnt to read it. */
    private static void mend(String id) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update dead_letter set value = convert_to(replace(replace(convert_from(value, 'UTF8'), '"soon"',
                        '"2026-05-31", "status": "accepted", "counts": true, "cause": "reported", "trainedVersion": 0,'
                        || '"recordedAt": "2026-06-01T05:00:00Z"'),
                        '"letters"', '"letters-retried"'), 'UTF8') where id = '%s'
                    """.formatted(id));
        }
    }

    @Test
    void what_is_no_event_at_all_becomes_a_letter_too() {
        byte[] anything = {1, 2, 3};
        int before = letters();

        Events.send(new ProducerRecord<>("qadam.enrolments", anything, anything));

        await().untilAsserted(() -> assertThat(letters()).isEqualTo(before + 1));
        String id = auditor("/v1/audit/dead-letters", "limit", "1000")
                .body("items[-1].reason", is("It has no header ce_id."))
                .body("items[-1].status", is("open"))
                .extract()
                .path("items[-1].id");
        discard(id).statusCode(200);
    }

    @Test
    void a_subject_that_no_index_can_hold_becomes_a_letter_and_holds_nothing_up() {
        String key = UUID.randomUUID().toString();
        String start = "endless/" + UUID.randomUUID();
        String subject = start
                + Stream.generate(UUID::randomUUID)
                        .limit(170)
                        .map(UUID::toString)
                        .collect(joining());
        Events.send("qadam.completions", key, "kz.qadam.test.marked.v1", subject, 1, "{}");

        assertGoesOn(key);

        String letter = "items.find { it.subject?.startsWith('%s') }".formatted(start);
        String id = auditor("/v1/audit/dead-letters", "limit", "1000")
                .body(letter + ".reason", is("Its header ce_subject is too long."))
                .body(letter + ".subject.length()", lessThan(1_000))
                .extract()
                .path(letter + ".id");
        discard(id).statusCode(200);
    }

    @Test
    void after_the_highest_version_of_all_an_event_that_cannot_be_read_becomes_a_letter() {
        UUID completion = UUID.randomUUID();
        UUID learner = UUID.randomUUID();
        Events.completion(completion, learner, "letters", "KZ-75", "school-42", "2026-05-31", Long.MAX_VALUE, true);
        Events.send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.completion.recorded.v1",
                subject(completion),
                1,
                "{");

        assertGoesOn(learner.toString());

        discard(awaitLetter(completion)).statusCode(200);
    }

    /** What has the same key arrives after it. */
    private static void assertGoesOn(String key) {
        UUID next = Events.send("qadam.completions", key, "kz.qadam.test.marked.v1", "after/" + key, 1, "{}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> auditor("/v1/audit/events/" + next).statusCode(200));
    }

    private static int letters() {
        return auditor("/v1/audit/dead-letters", "limit", "1000").extract().path("items.size()");
    }

    @Test
    void only_auditor_and_office_look_and_decide() {
        byAnybody("/v1/audit/dead-letters").statusCode(401).contentType("application/problem+json");
        exact("/v1/audit/dead-letters").statusCode(403).contentType("application/problem+json");
        post("viewer", "/v1/audit/dead-letters/" + UUID.randomUUID() + "/resolution", Map.of())
                .statusCode(403);
    }

    @Test
    void a_decision_needs_a_reason_without_numbers_of_people() {
        String path = "/v1/audit/dead-letters/" + UUID.randomUUID() + "/resolution";

        post("auditor", path, Map.of("action", "discard")).statusCode(400).body("errors[0].pointer", is("/reason"));
        post("auditor", path, Map.of("action", "discard", "reason", "991231100010 sent it"))
                .statusCode(422)
                .body("errors[0].code", is("looks-like-iin"))
                .body("errors[0].detail", not(containsString("991231100010")));
        post("auditor", path, Map.of("action", "discard", "reason", "Unknown.")).statusCode(404);
    }

    private static void broken(UUID completion, UUID learner) {
        Events.send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.completion.recorded.v1",
                subject(completion),
                1,
                """
                {"completionId": "%s", "reference": "C-1", "institution": "school-42",
                 "enrolmentId": "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01", "learnerId": "%s", "course": "AI-101",
                 "cohort": "letters", "region": "KZ-75", "completedOn": "soon", "version": 1}
                """.formatted(completion, learner));
    }

    private static String subject(UUID completion) {
        return completion.toString();
    }

    private static String awaitLetter(UUID completion) {
        String path = "items.find { it.subject == '%s' }.id".formatted(subject(completion));
        return await().until(
                        () -> auditor("/v1/audit/dead-letters", "limit", "1000")
                                .extract()
                                .path(path),
                        id -> id != null);
    }

    private static io.restassured.response.ValidatableResponse discard(String id) {
        return post(
                "office",
                "/v1/audit/dead-letters/" + id + "/resolution",
                Map.of("action", "discard", "reason", "Sent by mistake."));
    }
}
