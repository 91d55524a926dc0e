package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks implausible is shown to auditors with its records. */
@ReportingTest
class HintsTest {

    private static final String KIND = "hints.find { it.kind == '%s' }.";

    private final String cohort = "hinted-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_cohort() {
        givenCohort(cohort, 10L);
    }

    @Test
    void a_completion_after_the_withdrawal_is_a_hint() {
        EnrolmentFixture enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "hint-1")
                .withdrawnOn("2027-02-10")
                .publish();
        CompletionFixture late =
                CompletionFixture.under(enrolment, "2027-02-11").publish();

        awaitHints("2027-02")
                .body(
                        KIND.formatted("after-withdrawal") + "completionIds",
                        contains(late.id().toString()));
        auditor("/v1/audit/hints", "month", "2027-02", "on", "2027-02-10").body("hints", empty());
    }

    @Test
    void completions_at_many_institutions_are_a_hint() {
        UUID busy = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            CompletionFixture.of(busy, cohort, "KZ-75", "hint-many-" + i, "2027-03-12")
                    .publish();
        }

        awaitHints("2027-03")
                .body(KIND.formatted("many-institutions") + "learnerId", is(busy.toString()))
                .body(KIND.formatted("many-institutions") + "completionIds", hasSize(3));
    }

    @Test
    void many_completions_at_the_end_of_a_month_are_a_hint() {
        givenTwentyOnOneDay("hint-end", "2027-04-30");

        awaitHints("2027-04")
                .body(KIND.formatted("month-end") + "institution", is("hint-end"))
                .body(KIND.formatted("month-end") + "count", is(20));
    }

    @Test
    void many_completions_in_the_same_second_are_a_hint() {
        givenTwentyOnOneDay("hint-second", "2027-05-31");

        awaitHints("2027-05")
                .body(KIND.formatted("same-second") + "institution", is("hint-second"))
                .body(KIND.formatted("same-second") + "completionIds", not(empty()));
    }

    private void givenTwentyOnOneDay(String institution, String day) {
        for (int i = 0; i < 20; i++) {
            CompletionFixture.of(UUID.randomUUID(), cohort, "KZ-75", institution, day)
                    .publish();
        }
        await().untilAsserted(() ->
                viewer("/v1/progress/" + cohort, "on", "2027-06-01").body("completions", is(20)));
    }

    @Test
    void a_viewer_sees_no_hints() {
        viewer("/v1/audit/hints").statusCode(403);
    }

    private static ValidatableResponse awaitHints(String month) {
        return await().until(
                        () -> auditor("/v1/audit/hints", "month", month, "on", "2027-06-01")
                                .statusCode(200),
                        answer -> !answer.extract().<List<?>>path("hints").isEmpty());
    }
}
