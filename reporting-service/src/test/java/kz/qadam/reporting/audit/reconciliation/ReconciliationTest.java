package kz.qadam.reporting.audit.reconciliation;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class ReconciliationTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void every_stage_adds_up_from_what_was_received_to_what_is_counted() {
        Events.cohort("reconciled", 10L);
        Reported first = reported("2026-05-01").told().trains();
        Reported.of(first.learner(), "reconciled", "KZ-75", "reconciled-school", "2026-05-02")
                .told();
        reported("2026-05-03")
                .next("refused", "before-enrolment", "corrected")
                .judgedBy(0)
                .told();
        reported("2025-05-03")
                .next("accepted", "outside-programme", "programme")
                .judgedBy(0)
                .told();
        reported("2026-05-04").told();
        Events.tally("reconciled-school", LocalDate.of(2026, 6, 1), 4, 4, 0, 1);
        Events.tally("reconciled-school", LocalDate.of(2026, 6, 2), 4, 4, 1, 1, 1);
        await().untilAsserted(() -> auditor(
                        "/v1/audit/figures/reconciled", "institution", "reconciled-school", "on", "2026-05-03")
                .statusCode(200)
                .body("received", hasSize(3))
                .body("counted.known", is(5)));

        auditor("/v1/audit/figures/reconciled", "institution", "reconciled-school", "on", "2026-05-03")
                .body("figure.completions", is(2))
                .body("figure.trained", is(1))
                .body("counted.accepted", is(4))
                .body("counted.refused", is(1))
                .body("counted.outsideProgramme", is(1))
                .body("counted.counting", is(3))
                .body("counted.afterTheDay", is(1))
                .body("counted.completions", is(2))
                .body("counted.completed", is(1))
                .body("counted.trained", is(1))
                .body("counted.inFlight", is(1))
                .body("received[0].received", is(8))
                .body("received[0].addsUp", is(true))
                .body("received[0].stock.kept", is(8))
                .body("received[0].stock.pendingNow", is(1))
                .body("received[0].stock.revokedUntold", is(1))
                .body("received[0].stock.known", is(5))
                .body("received[0].stock.inFlight", is(1))
                .body("received[0].stock.lastReportedOn", is("2026-06-02"))
                .body("received[1].day", is("2026-06-01"))
                .body("received[2].received", is(4));
    }

    @Test
    void it_is_as_of_an_instant_too() {
        Events.cohort("reconciled-past", 10L);
        Events.tally("reconciled-past-school", LocalDate.of(2026, 6, 1), 4, 4, 0, 1);
        await().untilAsserted(() -> past().body("received[0].received", is(4)));
        String then = now();

        Events.tally("reconciled-past-school", LocalDate.of(2026, 6, 1), 9, 9, 0, 2);

        await().untilAsserted(() -> past().body("received[0].received", is(9)));
        past("asOf", then).body("received[0].received", is(4));
        exact("/v1/audit/figures/reconciled-past").statusCode(403);
        auditor("/v1/audit/figures/nobody").statusCode(404);
    }

    private static ValidatableResponse past(String... more) {
        String[] query = Arrays.copyOf(new String[] {"institution", "reconciled-past-school"}, 2 + more.length);
        System.arraycopy(more, 0, query, 2, more.length);
        return auditor("/v1/audit/figures/reconciled-past", query);
    }

    private static Reported reported(String day) {
        return Reported.of(UUID.randomUUID(), "reconciled", "KZ-75", "reconciled-school", day);
    }
}
