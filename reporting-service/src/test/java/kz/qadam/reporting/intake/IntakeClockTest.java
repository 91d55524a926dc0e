package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the database was ahead, and goes right again: nothing of this stays, each test is rolled back. */
@ReportingTest
class IntakeClockTest {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Instant ahead = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);

    @Inject
    Database database;

    @Inject
    IntakeClock clock;

    @BeforeEach
    void something_was_taken_in() {
        givenCatalogue();
        await().until(() -> DatabaseFixture.one("select count(*) from intake_batch", Long.class) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instant", "settled_through"})
    void a_batch_is_later_than_each_batch_and_each_settled_instant(String last) {
        Instant batch = rolledBack(handle -> {
            moveAhead(handle, last);
            clock.open(handle);
            return instant(handle, "select instant from intake_batch order by number desc limit 1");
        });

        assertThat(batch).isAfter(ahead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instant", "settled_through"})
    void a_row_without_a_batch_is_later_than_each_batch_and_each_settled_instant(String last) {
        Instant stamp = rolledBack(handle -> {
            moveAhead(handle, last);
            return PointInTimeResolver.stamp(handle);
        });

        assertThat(stamp).isAfter(ahead);
    }

    @Test
    void data_are_never_newer_than_the_batch_that_brought_them() {
        Duration through = rolledBack(handle -> {
            clock.open(handle, 1, ahead);
            return Duration.between(
                    instant(handle, "select data_through from intake_batch order by number desc limit 1"),
                    instant(handle, "select instant from intake_batch order by number desc limit 1"));
        });

        assertThat(through).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    void a_batch_is_not_taken_in_while_database_and_service_disagree_about_the_hour(long minutes) {
        var other = new IntakeClock(TOLERATED, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));

        assertThatThrownBy(() -> rolledBack(other::open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clock");
    }

    @Test
    void clocks_may_differ_by_some_minutes() {
        var other = new IntakeClock(TOLERATED, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));

        assertThat(this.<Long>rolledBack(other::open)).isPositive();
    }

    @Test
    void how_far_the_newest_batch_is_ahead_is_a_metric() {
        assertThat(this.<Double>rolledBack(ClockMetrics::ahead)).isZero();

        assertThat(this.<Double>rolledBack(handle -> {
                    moveAhead(handle, "settled_through");
                    return ClockMetrics.ahead(handle);
                }))
                .isBetween(86_000.0, 86_400.0);
    }

    private void moveAhead(Handle handle, String last) {
        handle.createUpdate("update intake_clock set " + last + " = :ahead")
                .bind("ahead", ahead)
                .execute();
    }

    private static Instant instant(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(OffsetDateTime.class).one().toInstant();
    }

    private <T> T rolledBack(Function<Handle, T> work) {
        return database.transaction(work, result -> false);
    }
}
