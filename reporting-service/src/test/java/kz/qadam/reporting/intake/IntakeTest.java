package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.KafkaFixture.awaitInLog;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.KafkaFixture.publishMarker;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import org.junit.jupiter.api.Test;

@ReportingTest
class IntakeTest {

    @Inject
    Database database;

    @Inject
    UnreconciledGauge unreconciled;

    @Test
    void an_event_delivered_again_changes_nothing() {
        givenCohort("intake-again", 10L);
        CompletionFixture completion =
                CompletionFixture.of("intake-again", "2026-05-31").publish();
        await().untilAsserted(() -> viewer("/v1/progress/intake-again").body("completions", is(1)));
        int version = viewer("/v1/progress").extract().path("figureVersion");

        completion.publish();

        // Events of the same learner keep their order, so this one arrives after the repeated one.
        EnrolmentFixture.of(completion.learner(), "intake-again", "KZ-75", "school-42")
                .publish();
        await().untilAsserted(() -> viewer("/v1/progress/intake-again").body("enrolled", is(1)));
        viewer("/v1/progress/intake-again").body("completions", is(1)).body("figureVersion", is(version + 1));
    }

    @Test
    void a_lower_version_that_comes_late_changes_nothing() {
        givenCohort("intake-late", 10L);
        CompletionFixture completion = CompletionFixture.of("intake-late", "2026-05-31");
        completion.revoked().publish();

        completion.publish();

        awaitIntake("qadam.completions", completion.learner().toString());
        viewer("/v1/progress/intake-late").body("completions", is(0));
    }

    @Test
    void an_event_can_be_read_as_it_was_received() {
        String data = "{ \"code\" : 1.50,\"x\":\"ы\" }";

        UUID id = KafkaFixture.publish("qadam.completions", "a-key", "kz.qadam.later.known.v7", "a/b", 3, data);

        await().untilAsserted(() -> auditor("/v1/audit/events/" + id)
                .statusCode(200)
                .body("type", is("kz.qadam.later.known.v7"))
                .body("subject", is("a/b"))
                .body("topic", is("qadam.completions"))
                .body("key", is("a-key"))
                .body("batch", notNullValue())
                .body("knownSince", notNullValue()));
        assertThat(auditorBody("/v1/audit/events/" + id)).contains(data);
    }

    @Test
    void before_it_was_received_an_event_is_not_known() {
        UUID id = publishMarker("qadam.completions", "a-key");
        awaitInLog(id);

        auditor("/v1/audit/events/" + id, "asOf", "2020-01-01").statusCode(404);
    }

    @Test
    void an_unknown_event_is_not_found() {
        auditor("/v1/audit/events/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void only_auditors_read_events() {
        anonymous("/v1/audit/events/" + UUID.randomUUID()).statusCode(401);
        viewer("/v1/audit/events/" + UUID.randomUUID()).statusCode(403);
    }

    @Test
    void a_tally_that_does_not_add_up_is_measured_until_it_does() {
        double before = unreconciled.sum();

        TallyFixture tally = TallyFixture.of("school-tally", "2026-06-01", 10)
                .with("accepted", 7)
                .publish();
        await().untilAsserted(() -> assertThat(unreconciled.sum()).isEqualTo(before + 3));

        tally.with("accepted", 10).with("version", 2).publish();
        await().untilAsserted(() -> assertThat(unreconciled.sum()).isEqualTo(before));
    }

    /** As after a SIGSTOP: it does nothing any more, and the database does not know that. */
    @Test
    void an_instance_that_stops_in_the_middle_of_a_batch_delays_others_for_seconds_and_loses_its_batch()
            throws Exception {
        givenCohort("intake-stopped", 10L);
        awaitCohort("intake-stopped");
        var inTheMiddle = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        CompletableFuture<Integer> stopped = CompletableFuture.supplyAsync(() -> database.transaction(handle -> {
            handle.execute("select from intake_offset order by topic, partition for update");
            handle.execute("update intake_clock set number = number + 1000");
            inTheMiddle.countDown();
            waitFor(goesOn);
            return handle.execute("select");
        }));
        inTheMiddle.await();

        givenTrained("intake-stopped", "2026-05-31");

        viewer("/v1/progress/intake-stopped", "asOf", Instant.now().toString()).statusCode(200);
        await().untilAsserted(() -> viewer("/v1/progress/intake-stopped").body("trained", is(1)));
        goesOn.countDown();
        assertThat(stopped).failsWithin(Duration.ofMinutes(1));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
