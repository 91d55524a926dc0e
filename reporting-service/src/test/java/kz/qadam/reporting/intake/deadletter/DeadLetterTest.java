package kz.qadam.reporting.intake.deadletter;

import static java.util.stream.Collectors.joining;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DeadLetterFixture.awaitLetter;
import static kz.qadam.reporting.DeadLetterFixture.awaitStatus;
import static kz.qadam.reporting.DeadLetterFixture.letters;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DeadLetterFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that cannot be read becomes a dead letter, and the events after it are taken in. */
@ReportingTest
class DeadLetterTest {

    private final String cohort = "letters-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;
    private final CompletionFixture unreadable = CompletionFixture.of(cohort, "soon");
    private final String subject = unreadable.id().toString();

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
        awaitCohort(cohort);
    }

    @AfterEach
    void close() {
        DeadLetterFixture.discardAll();
    }

    @Test
    void an_event_that_cannot_be_read_makes_figures_provisional() {
        unreadable.publish();

        await().untilAsserted(
                        () -> viewer(path).body("provisional", is(true)).body("because.code", hasItem("dead-letters")));
    }

    @Test
    void a_higher_version_supersedes_a_letter() {
        String id = givenLetter();

        unreadable.correctedTo("2026-05-31").publish();

        awaitStatus(id, "superseded");
        await().untilAsserted(() -> viewer(path).body("provisional", is(false)).body("completions", is(1)));
    }

    @Test
    void an_answer_about_an_instant_with_an_open_letter_stays_provisional() {
        String id = givenLetter();
        String then = now();

        unreadable.correctedTo("2026-05-31").publish();

        awaitStatus(id, "superseded");
        viewer(path, "asOf", then).body("because.code", hasItem("dead-letters"));
        auditor("/v1/audit/dead-letters?limit=1000", "asOf", then)
                .body("items.find { it.id == '%s' }.status".formatted(id), is("open"));
    }

    @Test
    void a_letter_says_why_and_does_not_repeat_the_data() {
        String id = givenLetter();

        letters()
                .body("items.find { it.id == '%s' }.reason".formatted(id), is("completedOn is not a date."))
                .body(not(containsString("soon")));
    }

    @Test
    void what_is_no_event_at_all_becomes_a_letter_too() {
        byte[] anything = {1, 2, 3};
        int before = letters().extract().path("items.size()");

        KafkaFixture.publish(new ProducerRecord<>("qadam.enrolments", anything, anything));

        await().untilAsserted(() -> letters()
                .body("items.size()", is(before + 1))
                .body("items[-1].reason", is("It has no header ce_id."))
                .body("items[-1].status", is("open")));
    }

    @Test
    void a_subject_that_no_index_can_hold_becomes_a_letter_and_delays_nothing() {
        String key = UUID.randomUUID().toString();
        String start = "endless/" + UUID.randomUUID();
        String endless = start
                + Stream.generate(UUID::randomUUID)
                        .limit(170)
                        .map(UUID::toString)
                        .collect(joining());

        KafkaFixture.publish("qadam.completions", key, "kz.qadam.test.marked.v1", endless, 1, "{}");

        awaitIntake("qadam.completions", key);
        String letter = "items.find { it.subject?.startsWith('%s') }".formatted(start);
        letters()
                .body(letter + ".reason", is("Its header ce_subject is too long."))
                .body(letter + ".subject.length()", lessThan(1_000));
    }

    @Test
    void an_event_that_cannot_be_read_becomes_a_letter_after_the_highest_version_of_all() {
        CompletionFixture completion = CompletionFixture.of(cohort, "2026-05-31");
        String learner = completion.learner().toString();
        completion.version(Long.MAX_VALUE).publish();

        KafkaFixture.publish(
                "qadam.completions",
                learner,
                "kz.qadam.completion.recorded.v1",
                completion.id().toString(),
                1,
                "{");

        awaitIntake("qadam.completions", learner);
        awaitLetter(completion.id().toString());
    }

    @Test
    void a_viewer_and_the_public_see_no_letters() {
        viewer("/v1/audit/dead-letters").statusCode(403).contentType("application/problem+json");
        anonymous("/v1/audit/dead-letters").statusCode(401).contentType("application/problem+json");
    }

    private String givenLetter() {
        unreadable.publish();
        return awaitLetter(subject);
    }
}
