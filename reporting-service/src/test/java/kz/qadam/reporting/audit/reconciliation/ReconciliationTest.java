package kz.qadam.reporting.audit.reconciliation;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import org.junit.jupiter.api.Test;

@ReportingTest
class ReconciliationTest {

    private static final String SCHOOL = "reconciled-school";

    @Test
    void every_stage_adds_up_from_what_was_received_to_what_is_counted() {
        givenCohort("reconciled", 10L);
        CompletionFixture first = reported("2026-05-01").publish().publishTrained();
        CompletionFixture.of(first.learner(), "reconciled", "KZ-75", SCHOOL, "2026-05-02")
                .publish();
        reported("2026-05-03")
                .next("refused", "before-enrolment", "corrected")
                .trainedVersion(0)
                .publish();
        reported("2025-05-03")
                .next("accepted", "outside-programme", "programme")
                .trainedVersion(0)
                .publish();
        reported("2026-05-04").publish();
        TallyFixture.of(SCHOOL, "2026-06-01", 4).publish();
        TallyFixture.of(SCHOOL, "2026-06-02", 4)
                .with("pendingNow", 1)
                .with("revokedUntoldNow", 1)
                .publish();
        String question = "/v1/audit/figures/reconciled?on=2026-05-03&institution=" + SCHOOL;
        await().untilAsserted(() ->
                auditor(question).statusCode(200).body("received", hasSize(3)).body("counted.known", is(5)));

        auditor(question)
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

    private static CompletionFixture reported(String day) {
        return CompletionFixture.of(UUID.randomUUID(), "reconciled", "KZ-75", SCHOOL, day);
    }

    @Test
    void it_is_as_of_an_instant_too() {
        givenCohort("reconciled-past", 10L);
        TallyFixture first =
                TallyFixture.of("reconciled-past-school", "2026-06-01", 4).publish();
        await().untilAsserted(() -> past().body("received[0].received", is(4)));
        String then = now();

        first.with("received", 9).with("accepted", 9).with("version", 2).publish();

        await().untilAsserted(() -> past().body("received[0].received", is(9)));
        past("asOf", then).body("received[0].received", is(4));
    }

    private static ValidatableResponse past(String... more) {
        return auditor("/v1/audit/figures/reconciled-past?institution=reconciled-past-school", more);
    }

    @Test
    void a_viewer_does_not_see_it() {
        viewer("/v1/audit/figures/total").statusCode(403);
    }

    @Test
    void an_unknown_cohort_is_not_found() {
        auditor("/v1/audit/figures/nobody").statusCode(404);
    }
}
