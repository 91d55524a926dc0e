package kz.qadam.reporting.intake;

import java.time.Duration;
import java.time.Instant;
import kz.qadam.chassis.kafka.IntakeHalted;
import kz.qadam.chassis.kafka.IntakePositions;
import kz.qadam.reporting.projection.Projection;
import org.jdbi.v3.core.Handle;

/**
 * Numbers the batches and gives each its instant. Whoever holds the clock's row decides alone, and commits holding it:
 * so a batch is either known to a reader or lies after the instant that the reader asked for.
 */
final class IntakeClock {

    /** Whether not all is taken in that has been in Kafka for long, or nothing of some partition is any more. */
    private static final String BEHIND = "(%s or %s)".formatted(IntakePositions.BEHIND, IntakePositions.HALTED);

    /** The number that the batch of this transaction has, or will have; and how the figures have been derived. */
    private static final String LOCK = """
            select coalesce(nullif(current_setting('qadam.batch', true), '')::bigint, number + 1), version
              from intake_clock cross join derivation for update of intake_clock
            """;

    /** The batch of this transaction is remembered with it: PostgreSQL forgets it when the transaction ends. */
    private static final String ADVANCE = """
            with clock as (
                update intake_clock
                   set number = number + 1,
                       instant = greatest(clock_timestamp(), instant + interval '1 microsecond',
                                          settled_through + interval '1 microsecond')
                returning number, instant),
            batch as (
                insert into intake_batch (number, instant, events, data_through, behind)
                select clock.number, clock.instant, :events, greatest(:newest, last.data_through), %s
                  from clock left join intake_batch last on last.number = clock.number - 1)
            select set_config('qadam.batch', number::text, true)::bigint from clock
            """.formatted(BEHIND);

    /** It was behind at the newest batch, and is no more. */
    private static final String CAUGHT_UP = """
            select behind and not %s from intake_batch order by number desc limit 1
            """.formatted(BEHIND);

    /**
     * It was not behind at the newest batch, and is now. While the figures are derived anew, or by another version, this
     * instance has nothing to say of that.
     */
    private static final String FALLEN_BEHIND = """
            select not behind and %s
               and (select version = :derivation from derivation)
               and not exists (select from pg_locks
                                where relation = 'event_log'::regclass and mode = 'ShareLock'
                                  and database = (select oid from pg_database where datname = current_database()))
              from intake_batch order by number desc limit 1
            """.formatted(BEHIND);

    private static final String OURS = "select nullif(current_setting('qadam.batch', true), '')::bigint";

    /**
     * What a batch is made of.
     *
     * @param newest the newest time of its events, or null
     */
    record Content(int events, Instant newest) {

        static final Content NOTHING = new Content(0, null);
    }

    private record Next(long batch, int derivation) {}

    private IntakeClock() {}

    /** Whether the intake was behind at the newest batch, and is no more. */
    static boolean hasCaughtUp(Handle database, Duration behindAfter) {
        return database.createQuery(CAUGHT_UP)
                .bind("behindAfter", behindAfter.toMillis())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** Whether the intake was not behind at the newest batch, and is now; before the first batch it is not. */
    static boolean hasFallenBehind(Handle database, Duration behindAfter) {
        return database.createQuery(FALLEN_BEHIND)
                .bind("behindAfter", behindAfter.toMillis())
                .bind("derivation", Projection.VERSION)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /**
     * The number of the batch of this transaction, which need not be opened: it comes to nothing if nothing is new. Locks the
     * clock until the commit.
     *
     * @throws IntakeHalted if the figures have meanwhile been derived by another version of this service
     */
    static long next(Handle database) {
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

    /** Opens the batch of this transaction; the same one if it has one already. Locks the clock until the commit. */
    static long open(Handle database, Content content, Duration behindAfter) {
        Long ours = database.createQuery(OURS).mapTo(Long.class).one();
        if (ours != null) {
            return ours;
        }
        next(database);
        return database.createQuery(ADVANCE)
                .bind("events", content.events())
                .bind("newest", content.newest())
                .bind("behindAfter", behindAfter.toMillis())
                .mapTo(Long.class)
                .one();
    }
}
