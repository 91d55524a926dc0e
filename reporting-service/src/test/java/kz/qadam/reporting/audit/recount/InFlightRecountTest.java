package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Learners whose trained state never arrives. */
@ReportingTest
class InFlightRecountTest {

    private final String cohort = "in-flight-" + UUID.randomUUID();
    private final Instant due = Instant.now().plus(Duration.ofDays(2));
    private final CompletionFixture completion = CompletionFixture.of(cohort, "2026-05-31");

    @Inject
    DailyRecount daily;

    @Inject
    Database database;

    @BeforeEach
    void a_learner_whose_state_has_not_arrived() {
        givenCohort(cohort, 10L);
        completion.publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("completions", is(1)));
    }

    @AfterEach
    void forget() {
        execute("delete from recount where requested_by = 'daily-recount'");
    }

    @Test
    void a_learner_who_still_waits_for_the_state_of_the_last_daily_recount_is_a_difference() {
        givenDailyRecount(Duration.ofDays(1));

        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("matches", is(false))
                .body("inFlight.learners", is(0))
                .body("inFlight.overdue", is(1))
                .body("differences.findAll { it.measure == 'trained' && it.size() == 4 }.figure", is(List.of(0)))
                .body("differences.findAll { it.measure == 'trained' && it.size() == 4 }.recount", is(List.of(1)));
    }

    @Test
    void the_next_daily_recount_raises_the_alarm() {
        givenDailyRecount(Duration.ofDays(1));

        JsonPath second = resultOf(daily.startIfDue(due).orElseThrow());

        assertThat(second.getBoolean("matches")).isFalse();
        assertThat(second.getLong("inFlight.overdue")).isPositive();
        assertThat(database.transaction(RecountMetrics::differences))
                .isEqualTo(second.getList("differences").size() + second.getDouble("inFlight.overdue"));
    }

    @Test
    void a_learner_who_waits_for_another_state_than_then_is_in_flight() {
        givenDailyRecount(Duration.ofDays(1));
        completion.publishTrained();
        awaitTrained(cohort, 1);
        completion.revoked().publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("completions", is(0)));

        recount(Map.of("cohort", cohort))
                .body("differences", empty())
                .body("matches", is(true))
                .body("inFlight.learners", is(1))
                .body("inFlight.overdue", is(0));
    }

    @Test
    void a_state_has_an_hour_to_arrive() {
        givenDailyRecount(Duration.ofMinutes(59));

        recount(Map.of("cohort", cohort)).body("matches", is(true)).body("inFlight.learners", is(1));
    }

    @Test
    void a_state_that_was_awaited_later_is_not_overdue_in_the_past() {
        String before = viewer("/v1/progress").extract().path("asOf");
        givenDailyRecount(Duration.ofDays(-1));

        recount(Map.of("cohort", cohort, "asOf", before))
                .body("matches", is(true))
                .body("differences", hasSize(0))
                .body("inFlight.learners", is(1));
    }

    /** A daily recount that was asked for so long ago. */
    private void givenDailyRecount(Duration ago) {
        UUID first = daily.startIfDue(due.minus(Duration.ofDays(1))).orElseThrow();
        resultOf(first);
        execute("update recount set requested_at = now() - interval '%d minutes' where id = '%s'"
                .formatted(ago.toMinutes(), first));
    }

    private static JsonPath resultOf(UUID recount) {
        String result = "select cast(result as text) from recount where id = '" + recount + "'";
        await().untilAsserted(() -> assertThat(one(result, String.class)).isNotNull());
        return new JsonPath(one(result, String.class));
    }
}
