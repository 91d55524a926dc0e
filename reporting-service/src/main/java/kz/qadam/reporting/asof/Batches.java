package kz.qadam.reporting.asof;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.kafka.IntakePositions;

/** The batches, and which of them is the newest as far as this instance remembers. */
final class Batches {

    private static final String AT = """
            select number, instant, data_through, behind, false as halted from intake_batch
             where instant <= :asOf order by instant desc limit 1
            """;

    /**
     * With how the intakes of all instances are doing. In one statement: what is settled by then lies behind every batch
     * that is seen here.
     */
    private static final String NEWEST = """
            select coalesce(batch.number, 0) as number, batch.instant, batch.data_through, %s as behind, %s as halted,
                   coalesce(batch.behind, false) as stamped, clock.settled_through
              from intake_clock clock
              left join lateral (select * from intake_batch order by number desc limit 1) batch on true
            """.formatted(IntakePositions.BEHIND, IntakePositions.HALTED);

    /**
     * The newest batch.
     *
     * @param stamped whether the intake was behind at the batch, whatever it is now
     * @param settledThrough no later batch comes to lie at or before this instant; null if nobody has asked for that
     */
    record Newest(Batch batch, boolean stamped, Instant settledThrough) {

        /** As it is found by an instant, now and later. */
        Batch past() {
            return new Batch(batch.number(), batch.instant(), batch.dataThrough(), stamped, false);
        }

        /** Whether this batch is the one of the instant for ever. */
        boolean isSettledFor(Instant instant) {
            return instant.equals(batch.instant()) || (settledThrough != null && !instant.isAfter(settledThrough));
        }

        /** Whether it is older than the instant, or as old. */
        boolean isBy(Instant instant) {
            return batch.instant() == null || !batch.instant().isAfter(instant);
        }
    }

    private static final TableColumns<Batch> BATCH = TableColumns.of(Batch.class);
    private static final TableColumns<Newest> NEWEST_BATCH = TableColumns.of(Newest.class);

    /** What was newest when somebody looked last: when by the monotonic clock, and after how many of our own batches. */
    private record Looked(Newest newest, long at, long ours) {}

    private final Database database;
    private final Duration rememberFor;
    private final Duration behindAfter;
    private final AtomicLong ours = new AtomicLong();
    private volatile Looked looked;

    Batches(Database database, Duration rememberFor, Duration behindAfter) {
        this.database = database;
        this.rememberFor = rememberFor;
        this.behindAfter = behindAfter;
    }

    /** The newest one at this instant. */
    Batch at(Instant instant) {
        return database.transaction(handle -> handle.createQuery(AT)
                .bind("asOf", instant)
                .map(BATCH)
                .findOne()
                .orElse(Batch.NONE));
    }

    /** This instance has committed one: it is not remembered any more that there was none. */
    void batchCommitted() {
        ours.incrementAndGet();
    }

    /** The newest one that was seen, if nothing newer is to be expected yet; otherwise null. */
    Newest justSeen() {
        Looked last = looked;
        return last != null && last.ours() == ours.get() && System.nanoTime() - last.at() < rememberFor.toNanos()
                ? last.newest()
                : null;
    }

    /** Remembered for a moment, so that many who ask at once cost one look. */
    Newest newest() {
        Newest seen = justSeen();
        return seen == null ? look() : seen;
    }

    private synchronized Newest look() {
        Newest meanwhile = justSeen();
        if (meanwhile != null) {
            return meanwhile;
        }
        long known = ours.get();
        long now = System.nanoTime();
        Newest newest = database.transaction(handle -> handle.createQuery(NEWEST)
                .bind("behindAfter", behindAfter.toMillis())
                .map(NEWEST_BATCH)
                .one());
        looked = new Looked(newest, now, known);
        return newest;
    }
}
