package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recount that is due at half past three. */
@ReportingTest
class DailyRecountTest {

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
    void something_was_taken_in() {
        givenCatalogue();
        await().until(() -> one("select count(*) from intake_batch", Long.class) > 0);
    }

    @AfterEach
    void forget() {
        execute("delete from recount where requested_by = 'daily-recount'");
    }

    @Test
    void from_half_past_three_on_all_figures_are_recounted() {
        UUID recount = daily.startIfDue(due).orElseThrow();

        await().untilAsserted(() -> assertThat(resultOf(recount)).contains("\"matches\":"));
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
        UUID recount = daily.startIfDue(due).orElseThrow();
        await().untilAsserted(() -> assertThat(resultOf(recount)).isNotNull());

        Double shown = database.transaction(RecountMetrics::differences);

        // Other tests leave figures that differ from their events.
        assertThat(shown).isEqualTo(differencesOf(recount));
    }

    @Test
    void how_long_ago_it_was_is_a_metric() {
        UUID recount = daily.startIfDue(due).orElseThrow();
        await().untilAsserted(() -> assertThat(resultOf(recount)).isNotNull());

        Double age = database.transaction(metrics::age);

        assertThat(age).isBetween(0.0, 60.0);
    }

    private static double differencesOf(UUID recount) {
        return new JsonPath(resultOf(recount)).getList("differences").size();
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
