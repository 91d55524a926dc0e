package kz.qadam.reporting.asof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.IntakePositions;
import org.jdbi.v3.core.statement.Query;

/** The batches, and which of them is the newest as far as this instance remembers. */
final class Batches {

    private static final String AT = """
            select number, instant, data_through, behind, false as halted from intake_batch
             where instant <= :asOf order by instant desc limit 1
            """;

    /** With how the intakes of all instances stand now. */
    private static final String NEWEST = """
            select coalesce(newest.number, 0), newest.instant, newest.data_through, %s as behind, %s as halted
              from (select) as one
              left join (select * from intake_batch order by number desc limit 1) as newest on true
            """.formatted(IntakePositions.BEHIND, IntakePositions.HALTED);

    /** What was newest when somebody looked last: when by the monotonic clock, and after how many of our own batches. */
    private record Looked(Batch batch, long at, long ours) {}

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
        return database.transaction(handle -> batch(handle.createQuery(AT).bind("asOf", instant)));
    }

    /** This instance has committed one: it is not remembered any more that there was none. */
    void moved() {
        ours.incrementAndGet();
    }

    /** The newest one that was seen, if nothing newer is to be expected yet; otherwise null. */
    Batch justSeen() {
        Looked last = looked;
        return last != null && last.ours() == ours.get() && System.nanoTime() - last.at() < rememberFor.toNanos()
                ? last.batch()
                : null;
    }

    /** Remembered for a moment, so that many who ask at once cost one look. */
    Batch newest() {
        Batch seen = justSeen();
        return seen == null ? look() : seen;
    }

    private synchronized Batch look() {
        Batch meanwhile = justSeen();
        if (meanwhile != null) {
            return meanwhile;
        }
        long known = ours.get();
        long now = System.nanoTime();
        Batch batch = database.transaction(
                handle -> batch(handle.createQuery(NEWEST).bind("behindAfter", behindAfter.toMillis())));
        looked = new Looked(batch, now, known);
        return batch;
    }

    private static Batch batch(Query query) {
        return query.map((row, context) -> new Batch(
                        row.getLong(1), instant(row, 2), instant(row, 3), row.getBoolean(4), row.getBoolean(5)))
                .findOne()
                .orElse(Batch.NONE);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
