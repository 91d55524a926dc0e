package kz.qadam.reporting.intake;

import static kz.qadam.reporting.DeadLetterFixture.awaitLetter;
import static kz.qadam.reporting.DeadLetterFixture.awaitStatus;
import static kz.qadam.reporting.DeadLetterFixture.letters;
import static kz.qadam.reporting.DeadLetterFixture.status;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.testing.Management;
import kz.qadam.reporting.DeadLetterFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which event an event is, and that it is taken in only once. */
@ReportingTest
class EventIdentityTest {

    private static final String TYPE = "kz.qadam.intake.tallied.v1";
    private static final String OWNER = "/progress-service";
    private static final String CONTRADICTION = "An event with the same id said something else before.";
    private static final String TALLY = """
            {"institution": "%s", "day": "2026-06-01", "received": %d, "accepted": 0, "pending": 0, "refused": 0,
             "duplicate": 0, "conflict": 0, "rejected": 0, "pendingNow": 0, "refusedNow": 0, "version": 1%s}
            """;

    private final String school = "school-" + UUID.randomUUID();
    private final String subject = "tally/" + school + "/2026-06-01";
    private final UUID id = CloudEvent.idOf(TYPE, subject, 1);

    @AfterEach
    void close() {
        DeadLetterFixture.discardAll();
    }

    @Test
    void the_same_id_with_other_content_is_a_dead_letter() {
        String letter = givenContradiction();

        assertThat(status(letter)).isEqualTo("open");
        await().untilAsserted(() -> viewer("/v1/progress").body("because.code", hasItem("dead-letters")));
    }

    @Test
    void the_same_id_with_other_content_raises_an_alarm() {
        givenContradiction();

        assertThat(Management.metrics()).matches("(?s).*qadam_dead_letters_contradictions_total\\S* [1-9].*");
    }

    @Test
    void a_higher_version_supersedes_a_contradiction() {
        String letter = givenContradiction();

        send(
                CloudEvent.idOf(TYPE, subject, 2),
                OWNER,
                TALLY.formatted(school, 0, "").replace("\"version\": 1", "\"version\": 2"));

        awaitStatus(letter, "superseded");
    }

    private String givenContradiction() {
        send(id, OWNER, TALLY.formatted(school, 0, ""));
        send(id, OWNER, TALLY.formatted(school, 1, ""));
        return awaitLetter(subject, CONTRADICTION);
    }

    @Test
    void the_same_content_in_other_words_and_with_more_members_is_the_same_event() {
        send(id, OWNER, TALLY.formatted(school, 0, ", \"share\": 1.5"));

        send(id, OWNER, TALLY.formatted(school, 0, ",  \"share\": 1.50, \"later\": [1]"));

        awaitIntake("qadam.completions", subject);
        letters().body("items.findAll { it.subject == '%s' }.size()".formatted(subject), is(0));
    }

    @Test
    void an_id_that_is_not_that_of_type_subject_and_version_is_refused() {
        send(UUID.randomUUID(), OWNER, TALLY.formatted(school, 0, ""));

        awaitLetter(subject, "Its id is not that of its type, subject and version.");
    }

    @Test
    void an_event_from_another_service_than_the_owner_of_its_type_is_refused() {
        send(id, "/enrolment-service", TALLY.formatted(school, 0, ""));

        awaitLetter(subject, "Its source is not the owner of its type.");
    }

    private void send(UUID id, String source, String data) {
        var event = new CloudEvent(id, TYPE, source, subject, Instant.now(), null, data);
        KafkaFixture.publish(event.to("qadam.completions", subject));
    }
}
