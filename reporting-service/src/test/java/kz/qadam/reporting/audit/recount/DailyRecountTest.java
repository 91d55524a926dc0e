package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.FiguresOfItsOwn;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recount that is due at half past three. */
@ReportingTest
@TestProfile(FiguresOfItsOwn.class)
class DailyRecountTest {

    private static final String COHORT = "daily";

    private final Instant due = ZonedDateTime.now(ZoneId.of("Asia/Almaty"))
            .plusDays(1)
            .with(LocalTime.of(3, 30))
            .toInstant();

    @Inject
    DailyRecount daily;

    @Inject
    RecountMetrics metrics;

    @Inject
    Database database;

    @BeforeEach
    void somebody_is_trained() {
        givenCatalogue();
        givenCohort(COHORT, 10L);
        if (one("select count(*) from trained_fact", Long.class) == 0) {
            givenTrained(COHORT, "2026-05-31");
        }
        awaitTrained(COHORT, 1);
    }

    @AfterEach
    void forget() {
        execute("delete from recount where requested_by = 'daily-recount'");
    }

    @Test
    void from_half_past_three_on_all_figures_are_recounted() {
        UUID recount = daily.startIfDue(due).orElseThrow();

        await().untilAsserted(() -> assertThat(resultOf(recount)).contains("\"matches\":true"));
    }

    @Test
    void it_is_done_once_a_day() {
        assertThat(daily.startIfDue(due)).isPresent();
        requestedAt(due);

        assertThat(daily.startIfDue(due.plus(Duration.ofHours(20)))).isEmpty();
    }

    @Test
    void the_next_day_it_is_due_again() {
        assertThat(daily.startIfDue(due)).isPresent();
        requestedAt(due);

        assertThat(daily.startIfDue(due.plus(Duration.ofDays(1)))).isPresent();
    }

    @Test
    void one_that_failed_is_not_repeated_within_an_hour() {
        failedAt(due);

        assertThat(daily.startIfDue(due.plus(Duration.ofMinutes(59)))).isEmpty();
    }

    @Test
    void one_that_failed_is_repeated_after_an_hour() {
        failedAt(due);

        assertThat(daily.startIfDue(due.plus(Duration.ofMinutes(61)))).isPresent();
    }

    @Test
    void before_the_first_half_past_three_nothing_is_due() {
        assertThat(daily.startIfDue(due.minusMillis(1).minus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void its_result_is_a_metric() {
        givenResultOf(daily.startIfDue(due).orElseThrow());

        assertThat(differences()).isZero();
    }

    @Test
    void only_a_daily_recount_begins_an_alarm_and_only_one_ends_it() {
        givenResultOf(daily.startIfDue(due).orElseThrow());
        String before = now();
        alter("trained + 1");

        recount(Map.of()).body("matches", is(false));
        assertThat(differences()).isZero();
        requestedAt(due);
        givenResultOf(daily.startIfDue(due.plus(Duration.ofDays(1))).orElseThrow());
        assertThat(differences()).isPositive();

        alter("trained - 1");
        for (Map<String, Object> question : List.<Map<String, Object>>of(
                Map.of(), Map.of("cohort", COHORT), Map.of("on", "2025-12-31"), Map.of("asOf", before))) {
            recount(question).statusCode(200).body("matches", is(true));
            assertThat(differences()).isPositive();
        }
        requestedAt(due.plus(Duration.ofDays(1)));
        givenResultOf(daily.startIfDue(due.plus(Duration.ofDays(2))).orElseThrow());
        assertThat(differences()).isZero();
    }

    private static void alter(String trained) {
        execute("update rollup_cell set trained = %s where cohort = '%s' and grain = 'nation' and trained <> 0"
                .formatted(trained, COHORT));
    }

    private Double differences() {
        return database.transaction(RecountMetrics::differences);
    }

    private static void givenResultOf(UUID recount) {
        await().untilAsserted(() -> assertThat(resultOf(recount)).isNotNull());
    }

    @Test
    void how_long_ago_it_was_is_a_metric() {
        givenResultOf(daily.startIfDue(due).orElseThrow());

        Double age = database.transaction(metrics::age);

        assertThat(age).isBetween(0.0, 60.0);
    }

    @Test
    void one_that_a_person_asks_for_is_no_substitute() {
        givenResultOf(daily.startIfDue(due).orElseThrow());
        execute("update recount set finished_at = now() - interval '30 hours' where requested_by = 'daily-recount'");

        recount(Map.of()).statusCode(200);

        assertThat(database.transaction(metrics::age)).isGreaterThan(26 * 3600);
    }

    private static String resultOf(UUID recount) {
        return one("select cast(result as text) from recount where id = '" + recount + "'", String.class);
    }

    private void failedAt(Instant requested) {
        assertThat(daily.startIfDue(due)).isPresent();
        requestedAt(requested);
        execute("update recount set failed = true where requested_by = 'daily-recount'");
    }

    private static void requestedAt(Instant requested) {
        execute("update recount set requested_at = '" + requested + "' where requested_by = 'daily-recount'");
    }
}
