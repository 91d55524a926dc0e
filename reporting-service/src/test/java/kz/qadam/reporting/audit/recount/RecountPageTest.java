package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** Auditors have all figures counted again on a page, and see there what recounts have found. */
@ReportingTest
class RecountPageTest {

    private static final String PAGE = "/recounts?lang=en";

    @Test
    void all_figures_are_counted_again_once_however_often_the_form_is_sent() {
        String attempt = Forms.all(auditorBody(PAGE), "name=\"attempt\" value=\"([^\"]*)\"")
                .get(0);

        send(attempt).statusCode(303).header("Location", endsWith(PAGE));
        send(attempt).statusCode(303);

        await().untilAsserted(() -> assertThat(outcome(attempt)).matches("(No difference|Differences).*"));
        assertThat(auditorBody(PAGE)).containsOnlyOnce("data-recount=\"" + attempt + "\"");
    }

    @Test
    void a_recount_of_one_cohort_that_a_program_asked_for_is_shown_too() {
        String cohort = "recounted-" + UUID.randomUUID();
        givenCohort(cohort, 10L);
        await().untilAsserted(() -> recount(Map.of("cohort", cohort)).statusCode(200));

        assertThat(auditorBody(PAGE)).contains(cohort + " · asked for");
    }

    @Test
    void a_form_without_its_attempt_is_refused() {
        send("").statusCode(400);
    }

    @Test
    void who_does_not_audit_does_not_open_it() {
        as("viewer").get(PAGE).then().statusCode(403);
    }

    private static ValidatableResponse send(String attempt) {
        return Forms.send(as("auditor"), PAGE, Map.of("attempt", attempt));
    }

    private static String outcome(String attempt) {
        return Forms.all(auditorBody(PAGE), "data-recount=\"" + attempt + "\".*?data-label=\"Outcome\"[^>]*>([^<]*)<")
                .get(0);
    }
}
