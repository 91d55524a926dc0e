package kz.qadam.reporting.release.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** SQL for the releases and their series. Rows are only added; the database refuses everything else. */
public final class ReleaseStore {

    private static final String NOW = "select clock_timestamp()";

    private static final String OPEN = """
            insert into release_series (id, opened_at, opened_by, starts_on, rhythm)
            values (1, clock_timestamp(), :by, :startsOn, :rhythm) on conflict (id) do nothing
            """;

    private static final String SERIES = "select rhythm, starts_on, opened_at from release_series";

    private static final TableColumns<StoredRelease> STORED = TableColumns.of(StoredRelease.class);

    private static final String ADD = """
            insert into release (%s) select * from %s on conflict (number) do nothing
            """.formatted(STORED.names(), STORED.rows("new"));

    private static final String BODY = "select body from release where number = :number";

    /** A release that was made in a trial from the same state, by the same rule, as the one before has no new numbers. */
    private static final String AFTER = """
            select number, through, public_from, batch, digest,
                   case when (batch, on_day, rule) is distinct from
                             (lag(batch) over numbers, lag(on_day) over numbers, lag(rule) over numbers)
                        then body end as body
              from release where number > :after
            window numbers as (order by number)
             order by number
            """;

    private static final String NOT_MADE = "select coalesce(max(through), 0) from release_not_made";

    private static final String LEAVE_OUT =
            "insert into release_not_made (through) values (:through) on conflict do nothing";

    private static final String ADD_RULE = """
            insert into release_rule (rule, begins_on) values (:rule, :beginsOn) on conflict (rule) do nothing
            """;

    private static final String IN_FORCE =
            "select exists (select from release_rule where rule = :rule and begins_on <= :on)";

    private static final TableColumns<Entry> ENTRY = TableColumns.of(Entry.class);
    private static final TableColumns<Opened> OPENED = TableColumns.of(Opened.class);

    /**
     * A release without its document.
     *
     * @param body the document; null if its numbers are those of the release before
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; a release is identified by its number.
    record Entry(long number, Instant through, Instant publicFrom, long batch, String digest, byte[] body) {

        Entry withoutBody() {
            return new Entry(number, through, publicFrom, batch, digest, null);
        }
    }

    private record Opened(ReleaseRhythm rhythm, LocalDate startsOn, Instant openedAt) {}

    private ReleaseStore() {}

    /** The clock of the database, which decides when releases are made and public. */
    public static Instant now(Handle database) {
        return database.createQuery(NOW).mapTo(OffsetDateTime.class).one().toInstant();
    }

    /**
     * Opens the series, unless it is open.
     *
     * @return whether this call has opened it
     */
    public static boolean open(Handle database, LocalDate startsOn, ReleaseRhythm rhythm, String by) {
        return database.createUpdate(OPEN)
                        .bind("startsOn", startsOn)
                        .bind("rhythm", rhythm.name())
                        .bind("by", by)
                        .execute()
                == 1;
    }

    /** The series; empty before it is opened. */
    public static Optional<ReleaseSeries> series(Handle database, ZoneId zone) {
        return database.createQuery(SERIES)
                .map(OPENED)
                .findOne()
                .map(one -> new ReleaseSeries(one.rhythm(), one.startsOn(), one.openedAt(), zone));
    }

    /**
     * Adds a release, unless its number is taken.
     *
     * @return whether this call has added it
     */
    public static boolean add(Handle database, StoredRelease release) {
        return STORED.bind(database.createUpdate(ADD), List.of(release)).execute() == 1;
    }

    /** The last number that has no release and is left out; 0 if none is. */
    public static long notMade(Handle database) {
        return database.createQuery(NOT_MADE).mapTo(Long.class).one();
    }

    /** No release up to this number is made any more. */
    public static void leaveOut(Handle database, long through) {
        database.createUpdate(LEAVE_OUT).bind("through", through).execute();
    }

    /** Keeps the day on which a version of the rule begins, unless it is known. */
    public static void addRule(Handle database, int rule, LocalDate beginsOn) {
        database.createUpdate(ADD_RULE)
                .bind("rule", rule)
                .bind("beginsOn", beginsOn)
                .execute();
    }

    /** Whether a version of the rule decides the release of a day. */
    public static boolean isInForce(Handle database, int rule, LocalDate on) {
        return database.createQuery(IN_FORCE)
                .bind("rule", rule)
                .bind("on", on)
                .mapTo(Boolean.class)
                .one();
    }

    /** The document of a release, byte for byte. */
    public static Optional<byte[]> body(Handle database, long number) {
        return database.createQuery(BODY)
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne();
    }

    /** The releases after a number, in their order. */
    static ResultIterable<Entry> after(Handle database, long number) {
        return database.createQuery(AFTER)
                .bind("after", number)
                .setFetchSize(50)
                .map(ENTRY);
    }
}
