package kz.qadam.progress.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.progress.statement.MonthlyStatement.NotCounting;
import kz.qadam.progress.statement.MonthlyStatementEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads statements from all states of completions. */
@ApplicationScoped
class MonthlyStatements {

    /** Transactions that were running when the month ended are committed after this time. */
    private static final Duration SETTLING_TIME = Duration.ofMinutes(5);

    private static final String KNOWN = """
            select exists (select from institution where code = :institution)
                or exists (select from completion where institution = :institution)
            """;

    /**
     * A state is valid from its own instant until the instant of the next one; a change at the first instant of a month
     * belongs to that month.
     */
    private static final String BALANCE = """
            select count(*) filter (where counts),
                   count(*) filter (where status = 'pending'),
                   count(*) filter (where status = 'refused'),
                   count(*) filter (where status = 'accepted' and not counts)
              from completion_state
             where institution = :institution and changed_at < :at and (until is null or until >= :at)
            """;

    private static final String CHANGES = """
              from completion_state s left join former_completion b on b.id = s.id and b.version = s.version - 1
             where s.institution = :institution and s.changed_at >= :from and s.changed_at < :until
               and (s.counts or b.counts)
            """;

    private static final String EFFECTS = """
            select s.cause, sum(s.counts::int - coalesce(b.counts, false)::int)
            """ + CHANGES + " group by s.cause";

    private static final String ENTRIES = """
            select s.reference, s.id, s.version, s.changed_at, s.cause, s.reason,
                   s.status, s.because, s.counts, s.enrolment, s.completed_on, s.course, s.cohort, s.region,
                   b.status, b.because, b.counts, b.enrolment, b.completed_on, b.course, b.cohort, b.region
            """ + CHANGES;

    private static final String IN_ORDER = " order by s.changed_at, s.reference collate \"C\", s.version";

    private static final String PAGE = ENTRIES + """
               and (s.changed_at, s.reference collate "C", s.version) > (:at, :reference, :version)
            """ + IN_ORDER + " limit :limit";

    /** The time limit for the month of a large institution, even if a client reads it slowly. */
    private static final TransactionLimit TIME_LIMIT = TransactionLimit.withPauses(Duration.ofMinutes(10));

    /** Rows in memory while CSV is written. */
    private static final int FETCHED_AT_ONCE = 1000;

    private record Balance(long counting, NotCounting notCounting) {}

    private final Database database;
    private final ExpiredStatementCount expired;
    private final Clock clock;

    MonthlyStatements(Database database, ExpiredStatementCount expired, Clock clock) {
        this.database = database;
        this.expired = expired;
        this.clock = clock;
    }

    /** Reads a page of the statement in one snapshot, with the numbers of the whole month. */
    MonthlyStatement page(String institution, StatementMonth month, MonthlyStatementCursor after, int limit) {
        boolean preliminary = clock.instant().isBefore(month.until().plus(SETTLING_TIME));
        return database.transaction(TIME_LIMIT, handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            Balance closing = balance(handle, institution, month.until());
            return MonthlyStatement.of(
                    institution,
                    month,
                    preliminary,
                    balance(handle, institution, month.from()).counting(),
                    effects(handle, institution, month),
                    closing.counting(),
                    closing.notCounting(),
                    expired.of(handle, institution, AlmatyTime.dayOf(month.from()), AlmatyTime.dayOf(month.until())),
                    entries(handle, institution, month, after, limit + 1),
                    after,
                    limit);
        });
    }

    /**
     * Reads the whole statement in one snapshot, row by row: a month may have more entries than fit into memory.
     *
     * @param opening receives the balance before the first entry
     * @param each receives each entry
     */
    void read(String institution, StatementMonth month, LongConsumer opening, Consumer<MonthlyStatementEntry> each) {
        database.transaction(TIME_LIMIT, handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            opening.accept(balance(handle, institution, month.from()).counting());
            queryOfMonth(handle, ENTRIES + IN_ORDER, institution, month)
                    .setFetchSize(FETCHED_AT_ONCE)
                    .map((row, context) -> entry(row))
                    .forEach(each);
            return null;
        });
    }

    boolean isKnown(String institution) {
        return database.transaction(handle -> handle.createQuery(KNOWN)
                .bind("institution", institution)
                .mapTo(Boolean.class)
                .one());
    }

    private static Balance balance(Handle handle, String institution, Instant at) {
        return handle.createQuery(BALANCE)
                .bind("institution", institution)
                .bind("at", at)
                .map((row, context) ->
                        new Balance(row.getLong(1), new NotCounting(row.getLong(2), row.getLong(3), row.getLong(4))))
                .one();
    }

    private static Map<Kind, Long> effects(Handle handle, String institution, StatementMonth month) {
        Map<Kind, Long> effects = new EnumMap<>(Kind.class);
        queryOfMonth(handle, EFFECTS, institution, month)
                .map((row, context) -> Map.entry(Kind.of(row.getString(1)), row.getLong(2)))
                .forEach(one -> effects.merge(one.getKey(), one.getValue(), Long::sum));
        return effects;
    }

    private static List<MonthlyStatementEntry> entries(
            Handle handle, String institution, StatementMonth month, MonthlyStatementCursor after, int limit) {
        return queryOfMonth(handle, PAGE, institution, month)
                .bind("at", after.at())
                .bind("reference", after.reference())
                .bind("version", after.version())
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    private static Query queryOfMonth(Handle handle, String sql, String institution, StatementMonth month) {
        return handle.createQuery(sql)
                .bind("institution", institution)
                .bind("from", month.from())
                .bind("until", month.until());
    }

    private static MonthlyStatementEntry entry(ResultSet row) throws SQLException {
        return MonthlyStatementEntry.of(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                side(row, 15),
                side(row, 7));
    }

    private static MonthlyStatementEntry.Side side(ResultSet row, int first) throws SQLException {
        String status = row.getString(first);
        return status == null
                ? null
                : new MonthlyStatementEntry.Side(
                        status,
                        row.getString(first + 1),
                        row.getBoolean(first + 2),
                        row.getString(first + 3),
                        row.getObject(first + 4, LocalDate.class),
                        row.getString(first + 5),
                        row.getString(first + 6),
                        row.getString(first + 7));
    }
}
