package kz.qadam.reporting.asof;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.IntakePositions;

/** Finds batches by instant, and remembers the newest batch for a short time. */
final class IntakeBatches {

    private static final String AT = """
            select number, instant, data_through, behind, false as halted from intake_batch
             where instant <= :asOf order by instant desc limit 1
            """;

    /**
     * The newest batch, with the state of the intakes of all instances. It is one statement, so that the batch and
     * {@code settled_through} belong together.
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
     * @param stamped whether the intake was behind at the batch; {@code batch.behind()} is about now
     * @param settledThrough no later batch can get an instant at or before this one; null if no instant was settled yet
     */
    record Newest(IntakeBatch batch, boolean stamped, Instant settledThrough) {

        /** The batch as a question about the past finds it, now and later. */
        IntakeBatch asPast() {
            return new IntakeBatch(batch.number(), batch.instant(), batch.dataThrough(), stamped, false);
        }

        /** Whether this batch stays the newest one at the instant for ever. */
        boolean isSettledFor(Instant instant) {
            return instant.equals(batch.instant()) || (settledThrough != null && !instant.isAfter(settledThrough));
        }

        /** Whether the batch was taken in at the instant or before it. */
        boolean isAtOrBefore(Instant instant) {
            return batch.instant() == null || !batch.instant().isAfter(instant);
        }
    }

    private static final TableColumns<IntakeBatch> BATCH = TableColumns.of(IntakeBatch.class);
    private static final TableColumns<Newest> NEWEST_BATCH = TableColumns.of(Newest.class);

    /**
     * The newest batch as last read.
     *
     * @param nanoTime when it was read
     * @param committed how many batches this instance had committed by then
     */
    private record Remembered(Newest newest, long nanoTime, long committed) {}

    private final Database database;
    private final Duration rememberFor;
    private final Duration behindAfter;
    private final AtomicLong committed = new AtomicLong();
    private volatile Remembered remembered;

    IntakeBatches(Database database, Duration rememberFor, Duration behindAfter) {
        this.database = database;
        this.rememberFor = rememberFor;
        this.behindAfter = behindAfter;
    }

    /** The newest batch at this instant. */
    IntakeBatch at(Instant instant) {
        return database.transaction(handle -> handle.createQuery(AT)
                .bind("asOf", instant)
                .map(BATCH)
                .findOne()
                .orElse(IntakeBatch.NONE));
    }

    /** This instance has committed a batch: the remembered one is read again. */
    void batchCommitted() {
        committed.incrementAndGet();
    }

    /** The remembered batch; null if it may be outdated. */
    private Newest remembered() {
        Remembered last = remembered;
        return last != null
                        && last.committed() == committed.get()
                        && System.nanoTime() - last.nanoTime() < rememberFor.toNanos()
                ? last.newest()
                : null;
    }

    /** The newest batch. It is remembered for a short time, so that many requests at once cost one query. */
    Newest newest() {
        Newest last = remembered();
        return last == null ? read() : last;
    }

    private synchronized Newest read() {
        Newest meanwhile = remembered();
        if (meanwhile != null) {
            return meanwhile;
        }
        long before = committed.get();
        long now = System.nanoTime();
        Newest newest = database.transaction(handle -> handle.createQuery(NEWEST)
                .bind("behindAfter", behindAfter.toMillis())
                .map(NEWEST_BATCH)
                .one());
        remembered = new Remembered(newest, now, before);
        return newest;
    }
}
