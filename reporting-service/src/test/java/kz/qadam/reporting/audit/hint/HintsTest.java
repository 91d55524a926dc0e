package kz.qadam.reporting.audit.hint;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.query;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks implausible is shown to auditors with its records. */
@ReportingTest
class HintsTest {

    private static final String KIND = "hints.find { it.kind == '%s' }.";

    @Inject
    Database database;

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
        CompletionFixture.under(enrolment, "2027-02-10").publish();
        CompletionFixture late =
                CompletionFixture.under(enrolment, "2027-02-11").publish();

        awaitHints("2027-02")
                .body("hints", hasSize(1))
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
        hints("2027-03", "manyInstitutions", "4").body("hints", empty());
    }

    @Test
    void completions_at_the_end_of_a_month_are_a_hint_if_they_are_many_and_half_of_all() {
        List<UUID> learners = givenOnOneDay(20, "hint-end", "2027-04-30");
        givenOnOneDay(19, "hint-end", "2027-04-01");
        CompletionFixture.of(UUID.randomUUID(), cohort, "KZ-75", "hint-end", "2027-04-02")
                .publish();
        awaitCompletions(40);

        awaitHints("2027-04", "kinds", "month-end")
                .body("hints.institution", contains("hint-end"))
                .body("hints.count", contains(20))
                .body("hints[0].learnerIds", containsInAnyOrder(texts(learners)));
        hints("2027-04", "kinds", "month-end", "monthEndLeast", "21").body("hints", empty());
        hints("2027-04", "kinds", "month-end", "monthEndShare", "51").body("hints", empty());
    }

    @Test
    void many_completions_in_the_same_second_are_a_hint() {
        List<UUID> learners = givenOnOneDay(20, "hint-second", "2027-05-30");
        awaitCompletions(20);

        awaitHints("2027-05")
                .body("hints.kind", contains("same-second"))
                .body("hints.institution", contains("hint-second"))
                .body("hints[0].completionIds", hasSize(20))
                .body("hints[0].learnerIds", containsInAnyOrder(texts(learners)));
        hints("2027-05", "sameSecond", "21").body("hints", empty());
    }

    @Test
    void the_log_of_readings_keeps_the_thresholds_that_were_used() {
        hints("2027-01", "sameSecond", "7");

        List<String> asked = database.transaction(handle -> handle.createQuery(
                        "select asked from trail where asked like '/v1/audit/hints?month=2027-01%'")
                .mapTo(String.class)
                .list());
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("sameSecond=7")
                .endsWith("&kinds=after-withdrawal,many-institutions,month-end,same-second&manyInstitutions=3"
                        + "&monthEndLeast=20&monthEndShare=50");
    }

    @ParameterizedTest
    @CsvSource({"kinds, no-such-kind", "sameSecond, 0", "monthEndShare, 101"})
    void thresholds_that_cannot_be_are_refused(String name, String value) {
        auditor("/v1/audit/hints", name, value).statusCode(400).body("errors.parameter", contains(name));
    }

    private List<UUID> givenOnOneDay(int many, String institution, String day) {
        return Stream.generate(UUID::randomUUID)
                .limit(many)
                .peek(learner -> CompletionFixture.of(learner, cohort, "KZ-75", institution, day)
                        .publish())
                .toList();
    }

    private void awaitCompletions(int many) {
        await().untilAsserted(() ->
                viewer("/v1/progress/" + cohort, "on", "2027-06-01").body("completions", is(many)));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    @Test
    void a_viewer_sees_no_hints() {
        viewer("/v1/audit/hints").statusCode(403);
    }

    private static ValidatableResponse hints(String month, String... more) {
        return auditor("/v1/audit/hints", query(new String[] {"month", month, "on", "2027-06-01"}, more))
                .statusCode(200);
    }

    private static ValidatableResponse awaitHints(String month, String... more) {
        return await().until(
                        () -> hints(month, more),
                        answer -> !answer.extract().<List<?>>path("hints").isEmpty());
    }
}
