package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.DatabaseClearance;
import kz.qadam.chassis.base.database.TableColumns;
import org.jboss.logging.Logger;

/**
 * Finds out whether the database went back to a backup, when the service or the server starts, and when the server has changed its
 * timeline. A
 * database that is older than what was published is not used until it was restored by a command.
 */
@ApplicationScoped
class OlderDatabaseChecks {

    private static final Logger LOG = Logger.getLogger(OlderDatabaseChecks.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration COMPARE_AGAIN_AFTER = Duration.ofSeconds(5);

    /** The first eight digits of the name of a file of the log are the timeline. */
    private static final String TIMELINE = """
            select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as present,
                   (select timeline from compared_timeline) as compared, pg_postmaster_start_time() as started_at
            """;

    private static final String NOTE = """
            insert into compared_timeline (timeline) values (:timeline)
            on conflict (id) do update set timeline = excluded.timeline
             where compared_timeline.timeline <> excluded.timeline
            """;

    private record Timelines(int present, Integer compared, Instant startedAt) {

        boolean isKnown() {
            return compared == null || compared == present;
        }

        /** Whether the server still runs that was compared: its files may have been put back while it did not. */
        boolean isSameServer(Timelines other) {
            return present == other.present && startedAt.equals(other.startedAt);
        }
    }

    private static final TableColumns<Timelines> TIMELINES = TableColumns.of(Timelines.class);

    private final Database database;
    private final DatabaseClearance age;
    private final List<OlderDatabaseCheck> checks;
    private final MeterRegistry metrics;
    private Timelines compared;
    private long olderSince;

    OlderDatabaseChecks(
            Database database, DatabaseClearance age, @All List<OlderDatabaseCheck> checks, MeterRegistry metrics) {
        this.database = database;
        this.age = age;
        this.checks = checks;
        this.metrics = metrics;
    }

    void start(BackgroundLoops loops) {
        Gauge.builder("qadam.database.older", age, one -> one.isOlder() ? 1 : 0)
                .description("1 while the database is older than what the service has published, and is not used")
                .register(metrics);
        loops.startAlways(new BackgroundLoop("history-checks", LOOK_EVERY, this::look, () -> {}));
    }

    /** Compares if it is not known yet. An older database is compared again, since a command may have restored it. */
    private boolean look() {
        if (age.isOlder() && System.nanoTime() - olderSince < COMPARE_AGAIN_AFTER.toNanos()) {
            return false;
        }
        Timelines timelines = database.transaction(
                handle -> handle.createQuery(TIMELINE).map(TIMELINES).one());
        if (age.isCurrent() && timelines.isSameServer(compared)) {
            return false;
        }
        age.compare(timelines.isKnown());
        boolean wasOlder = age.isOlder();
        Optional<String> missing = checks.stream()
                .map(OlderDatabaseCheck::missing)
                .flatMap(Optional::stream)
                .findFirst();
        if (missing.isEmpty()) {
            database.transaction(handle -> handle.createUpdate(NOTE)
                    .bind("timeline", timelines.present())
                    .execute());
            compared = timelines;
        } else if (!wasOlder) {
            LOG.fatalf(
                    "%s The database went back to a backup, and is not used until the command restored was run",
                    missing.get());
        }
        olderSince = System.nanoTime();
        age.compared(missing.isEmpty());
        return false;
    }
}
