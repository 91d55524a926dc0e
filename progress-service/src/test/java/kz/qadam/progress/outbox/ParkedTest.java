package kz.qadam.progress.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import kz.qadam.chassis.testing.Management;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.OutboxEvents;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ParkedTest {

    private static final String RECORDED = "kz.qadam.completion.recorded.v1";
    private static final String SEND_AGAIN = "/v1/parked/send-again";
    private static final String DISCARD = "/v1/parked/discard";

    private final String subject = UUID.randomUUID().toString();
    private static String recorded;

    @BeforeAll
    static void read() throws IOException {
        recorded = Files.readString(
                Path.of("src/main/resources/META-INF/resources/contracts", RECORDED, "examples/counts.json"));
    }

    @AfterEach
    void remove() {
        OutboxEvents.remove(subject);
    }

    /** An event that Kafka refused. Another of the same key may wait behind it. */
    private void park() {
        OutboxEvents.isParked(subject, subject, RECORDED, recorded);
    }

    private void parkAndLetAnotherWait() {
        park();
        OutboxEvents.waits(subject, subject, RECORDED, recorded);
    }

    private String found() {
        return "events.find { it.subject == '" + subject + "' }";
    }

    @Test
    void an_event_that_could_not_be_sent_is_listed_with_the_reason_and_how_many_wait_behind_it() {
        parkAndLetAnotherWait();

        Office.get("auditor", "/v1/parked")
                .statusCode(200)
                .body(found() + ".reason", equalTo("RecordTooLargeException"))
                .body(found() + ".heldUp", equalTo(1));
    }

    @Test
    void parked_events_are_seen_in_the_health_of_the_service() {
        park();

        await().untilAsserted(() -> Management.health().then().body(containsString("\"parked\": 1")));
    }

    @Test
    void a_parked_event_is_sent_by_one_call_and_what_waits_behind_it_follows() {
        parkAndLetAnotherWait();

        Office.post("office", SEND_AGAIN, "{\"id\":\"" + subject + "\"}")
                .statusCode(200)
                .body("events", equalTo(1));

        await().untilAsserted(() -> assertThat(Published.about(subject)).hasSize(2));
        await().untilAsserted(() -> Management.health().then().body(containsString("\"parked\": 0")));
    }

    @Test
    void an_event_that_is_not_parked_is_not_sent_again() {
        Office.post("office", SEND_AGAIN, "{\"id\":\"" + UUID.randomUUID() + "\"}")
                .body("events", equalTo(0));
    }

    @Test
    void that_a_cohort_was_evaluated_is_sent_after_all_before_it() {
        String cohort = "cohort-" + subject;
        String later = UUID.randomUUID().toString();
        park();
        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");
        await().untilAsserted(() -> Office.get("viewer", "/v1/evaluations?status=finished&cohort=" + cohort)
                .statusCode(200)
                .body("items", hasSize(1)));
        OutboxEvents.waits(later, later, RECORDED, recorded);
        await().untilAsserted(() -> assertThat(Published.about(later)).hasSize(1));
        assertThat(Published.about("evaluation/" + cohort)).isEmpty();

        Office.post("office", SEND_AGAIN, "{}").statusCode(200);

        await().untilAsserted(() ->
                assertThat(Published.about("evaluation/" + cohort)).hasSize(1));
    }

    @Test
    void a_request_to_send_again_with_an_unknown_member_is_refused() {
        Office.post("office", SEND_AGAIN, "{\"ids\":[]}").statusCode(400).body("errors.pointer", hasItem("/ids"));
    }

    @Test
    void a_request_to_send_again_without_a_body_means_all() {
        park();

        Office.post("office", SEND_AGAIN, "").statusCode(200).body("events", greaterThan(0));
    }

    private String because(String reason) {
        return "{\"id\":\"" + subject + "\",\"reason\":\"" + reason + "\"}";
    }

    @Test
    void an_event_that_can_never_be_sent_is_discarded_and_what_waits_behind_it_follows() {
        parkAndLetAnotherWait();

        Office.post("office", DISCARD, because("Too large")).statusCode(200).body("events", equalTo(1));

        Office.get("auditor", "/v1/parked").body("events.subject", not(hasItem(subject)));
        await().untilAsserted(() -> assertThat(Published.about(subject)).hasSize(1));
    }

    @Test
    void an_event_that_was_discarded_is_not_discarded_again() {
        park();
        Office.post("office", DISCARD, because("Too large")).statusCode(200);

        Office.post("office", DISCARD, because("Too large")).statusCode(200).body("events", equalTo(0));
    }

    @Test
    void an_event_is_discarded_with_a_reason_that_names_nobody() {
        park();

        Office.post("office", DISCARD, "{\"id\":\"" + subject + "\"}").statusCode(400);
        Office.post("office", DISCARD, because("Of 991231100010")).statusCode(422);

        Office.get("auditor", "/v1/parked").body("events.subject", hasItem(subject));
    }

    @Test
    void only_the_office_sends_again_and_discards() {
        Partner.school().post(SEND_AGAIN, "{}").statusCode(403);
        Partner.school().post(DISCARD, because("Too large")).statusCode(403);
        Office.post("auditor", DISCARD, because("Too large")).statusCode(403);
    }

    @Test
    void a_tally_that_can_never_be_sent_holds_back_no_evaluation() {
        String cohort = "cohort-" + subject;
        OutboxEvents.waits(subject, "991231100010/2026-01-01", "kz.qadam.intake.tallied.v1", "{}");
        await().untilAsserted(() -> Office.get("auditor", "/v1/parked")
                .body("events.find { it.id == '" + subject + "' }.reason", equalTo("looks-like-iin")));

        Neighbours.describeCohort(cohort, 1, "2000-01-01", "{}");

        await().untilAsserted(() ->
                assertThat(Published.about("evaluation/" + cohort)).hasSize(1));
    }

    @Test
    void an_event_that_could_not_be_read_is_listed_as_a_dead_letter() {
        Neighbours.send("qadam.enrolments", subject, "kz.qadam.enrolment.enrolled.v1", 1, "{\"version\":1}");

        await().untilAsserted(() ->
                Office.get("office", "/v1/parked").statusCode(200).body("deadLetters.subject", hasItem(subject)));
    }

    @Test
    void no_partner_lists_what_is_parked() {
        Partner.school().get("/v1/parked").statusCode(403);
    }
}
