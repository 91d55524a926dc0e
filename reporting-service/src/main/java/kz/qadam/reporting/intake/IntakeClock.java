package kz.qadam.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.qadam.chassis.events.kafka.IntakeHalted;
import kz.qadam.chassis.events.kafka.IntakePositions;
import kz.qadam.reporting.intake.projection.Projection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Numbers the batches and gives each its instant. A transaction locks the row of the clock until it commits: so a
 * reader who settles an instant either sees a batch, or the batch gets a later instant.
 */
@ApplicationScoped
class IntakeClock {

    /** Whether old events wait in Kafka, or the intake has stopped taking events from some partition. */
    private static final String BEHIND = "(%s or %s)".formatted(IntakePositions.BEHIND, IntakePositions.HALTED);

    /** The number that the batch of this transaction has or will have, and the version of the derivation. */
    private static final String LOCK = """
            select coalesce(nullif(current_setting('qadam.batch', true), '')::bigint, number + 1), version
              from intake_clock cross join derivation for update of intake_clock
            """;

    /** The instant of a batch can never be taken back: it needs two clocks that agree. */
    private static final Duration MOST_APART = Duration.ofHours(1);

    /**
     * Keeps the number of the batch in a setting, which PostgreSQL resets when the transaction ends. The time of an event
     * comes from the clock of its publisher, which may be ahead.
     */
    private static final String ADVANCE = """
            with clock as (
                update intake_clock
                   set number = number + 1,
                       instant = greatest(clock_timestamp(), instant + interval '1 microsecond',
                                          settled_through + interval '1 microsecond')
                returning number, instant),
            batch as (
                insert into intake_batch (number, instant, events, data_through, behind)
                select clock.number, clock.instant, :events,
                       case when greatest(:newest, last.data_through) < clock.instant
                            then greatest(:newest, last.data_through)
                            when greatest(:newest, last.data_through) is not null then clock.instant end, %s
                  from clock left join intake_batch last on last.number = clock.number - 1)
            select set_config('qadam.batch', number::text, true)::bigint as batch, clock_timestamp() as now from clock
            """.formatted(BEHIND);

    /** Whether the intake was behind at the newest batch, and is not behind now. */
    private static final String CAUGHT_UP = """
            select behind and not %s from intake_batch order by number desc limit 1
            """.formatted(BEHIND);

    /**
     * Whether the intake was not behind at the newest batch, and is behind now. It is false during a rebuild, and if
     * another version of this service derives the figures.
     */
    private static final String FALLEN_BEHIND = """
            select not behind and %s
               and (select version = :derivation from derivation)
               and not exists (select from pg_locks
                                where relation = 'event_log'::regclass and mode = 'ShareLock'
                                  and database = (select oid from pg_database where datname = current_database()))
              from intake_batch order by number desc limit 1
            """.formatted(BEHIND);

    private static final String BATCH_OF_TRANSACTION =
            "select nullif(current_setting('qadam.batch', true), '')::bigint";

    private record Next(long batch, int derivation) {}

    private record Opened(long batch, Instant now) {}

    private final Duration behindAfter;
    private final Clock clock;

    IntakeClock(@ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter, Clock clock) {
        this.behindAfter = behindAfter;
        this.clock = clock;
    }

    /** Whether the intake was behind at the newest batch, and is not behind now. */
    boolean hasCaughtUp(Handle database) {
        return database.createQuery(CAUGHT_UP)
                .bind("behindAfter", behindAfter.toMillis())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Whether the intake was not behind at the newest batch, and is behind now; false before the first batch. */
    boolean isNewlyBehind(Handle database) {
        return database.createQuery(FALLEN_BEHIND)
                .bind("behindAfter", behindAfter.toMillis())
                .bind("derivation", Projection.VERSION)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /**
     * The number of the batch of this transaction. The batch need not be opened if nothing is new. Locks the clock
     * until the transaction ends.
     *
     * @throws IntakeHalted if another version of this service has derived the figures meanwhile
     */
    long next(Handle database) {
        Next next = database.createQuery(LOCK)
                .map((row, context) -> new Next(row.getLong(1), row.getInt(2)))
                .one();
        if (next.derivation() != Projection.VERSION) {
            throw new IntakeHalted("The figures are derived by version " + next.derivation()
                    + " of the derivation, and this instance derives by version " + Projection.VERSION
                    + ": it must be replaced.");
        }
        return next.batch();
    }

    /** As {@link #open(Handle, int, Instant)}, for a batch without events. */
    long open(Handle database) {
        return open(database, 0, null);
    }

    /**
     * Opens the batch of this transaction, unless it is open already. Locks the clock until the transaction ends.
     *
     * @param newest the newest time of its events; null if it has none
     * @throws IllegalStateException if the clocks of database and service differ by more than an hour
     */
    long open(Handle database, int events, Instant newest) {
        Long opened =
                database.createQuery(BATCH_OF_TRANSACTION).mapTo(Long.class).one();
        if (opened != null) {
            return opened;
        }
        next(database);
        Opened batch = database.createQuery(ADVANCE)
                .bind("events", events)
                .bind("newest", newest)
                .bind("behindAfter", behindAfter.toMillis())
                .map((row, context) -> new Opened(
                        row.getLong("batch"),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .one();
        requireAgreement(batch.now());
        return batch.batch();
    }

    private void requireAgreement(Instant databaseNow) {
        Duration apart = Duration.between(databaseNow, clock.instant()).abs();
        if (apart.compareTo(MOST_APART) > 0) {
            throw new IllegalStateException(
                    "The clock of the database says " + databaseNow + ", and that of this service " + clock.instant()
                            + ": nothing is taken in until one of them is set right.");
        }
    }
}
