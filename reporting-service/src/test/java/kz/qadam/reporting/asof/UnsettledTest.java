package kz.qadam.reporting.asof;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.databaseNow;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.DatabaseFixture.whileIntakeClockIsLocked;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who do not see exact figures do not hold up the intake. */
@ReportingTest
class UnsettledTest {

    private final String cohort = "unsettled-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;

    @BeforeEach
    void one_is_trained() {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "2026-05-31");
        await().untilAsserted(() -> viewer(path).body("enrolled", is(1)).body("trained", is(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/progress/COHORT",
                "/v1/progress/COHORT/series?interval=month",
                "/v1/progress/coverage",
                "/?cohort=COHORT",
                "/v1/publications",
                "/definitions/1"
            })
    void nobody_without_a_token_waits_for_the_lock_of_the_intake(String question) {
        whileIntakeClockIsLocked(() -> {
            anonymous(question.replace("COHORT", cohort), "asOf", databaseNow()).statusCode(200);
        });
    }

    @Test
    void no_partner_waits_for_the_lock_of_the_intake() {
        whileIntakeClockIsLocked(() -> {
            String now = databaseNow();

            partner("school-42", path, "asOf", now).statusCode(200);
            partner("school-42", "/v1/receipts?reference=none", "asOf", now).statusCode(200);
        });
    }

    @Test
    void without_a_token_nobody_moves_the_clock_of_the_intake() {
        OffsetDateTime settled = settledThrough();

        anonymous(path, "asOf", databaseNow()).statusCode(200);

        assertThat(settledThrough()).isEqualTo(settled);
    }

    private static OffsetDateTime settledThrough() {
        return one("select settled_through from intake_clock", OffsetDateTime.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/progress", "/v1/progress/stream", "/"})
    void the_future_is_refused_to_everybody(String question) {
        String soon = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).toString();

        anonymous(question, "asOf", soon).statusCode(422);
    }

    @Test
    void a_refused_future_is_named() {
        anonymous(path, "asOf", "2999-01-01")
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"))
                .body("errors[0].code", is("in-the-future"));
    }
}
