package kz.qadam.progress.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.statement.StatementView.NotCounting;
import org.jdbi.v3.core.Handle;

/** Draws statements from the states that completions have had. */
@ApplicationScoped
class Statements {

    /** What was being written when the month ended is there after this. */
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);

    private static final String KNOWN = """
            select exists (select from institution where code = :institution)
                or exists (select from completion where institution = :institution)
            """;

    /** A state stands from its own instant until that of the next; at the border the month that begins has the change. */
    private static final String BALANCE = """
            select count(*) filter (where counts),
                   count(*) filter (where status = 'pending'),
                   count(*) filter (where status = 'refused'),
                   count(*) filter (where status = 'accepted' and not counts)
              from completion_state
             where institution = :institution and changed_at < :at and (until is null or until >= :at)
            """;

    private static final String ENTRIES = """
            select s.reference, s.id, s.version, s.changed_at, s.cause, s.reason,
                   s.status, s.because, s.counts, s.enrolment, s.completed_on, s.course, s.cohort, s.region,
                   b.status, b.because, b.counts, b.enrolment, b.completed_on, b.course, b.cohort, b.region
              from completion_state s left join former_completion b on b.id = s.id and b.version = s.version - 1
             where s.institution = :institution and s.changed_at >= :from and s.changed_at < :until
               and (s.counts or b.counts)
             order by s.changed_at, s.reference, s.version
            """;

    /** How long the month of a large institution may take. */
    private static final Duration MOST = Duration.ofMinutes(10);

    private record Balance(long counting, NotCounting notCounting) {}

    private final Database database;
    private final Clock clock;

    Statements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The statement as one snapshot has it; empty if there is no such institution. */
    Optional<StatementView> of(String institution, Month month, boolean isKnown) {
        boolean preliminary = clock.instant().isBefore(month.until().plus(TO_SETTLE));
        return database.transaction(MOST, handle -> {
            handle.execute("set transaction isolation level repeatable read read only");
            if (!isKnown && !isKnown(handle, institution)) {
                return Optional.empty();
            }
            Balance closing = balance(handle, institution, month.until());
            return Optional.of(StatementView.of(
                    institution,
                    month,
                    preliminary,
                    balance(handle, institution, month.from()).counting(),
                    closing.counting(),
                    closing.notCounting(),
                    entries(handle, institution, month)));
        });
    }

    private static boolean isKnown(Handle handle, String institution) {
        return handle.createQuery(KNOWN)
                .bind("institution", institution)
                .mapTo(Boolean.class)
                .one();
    }

    private static Balance balance(Handle handle, String institution, Instant at) {
        return handle.createQuery(BALANCE)
                .bind("institution", institution)
                .bind("at", at)
                .map((row, context) ->
                        new Balance(row.getLong(1), new NotCounting(row.getLong(2), row.getLong(3), row.getLong(4))))
                .one();
    }

    private static List<Entry> entries(Handle handle, String institution, Month month) {
        return handle.createQuery(ENTRIES)
                .bind("institution", institution)
                .bind("from", month.from())
                .bind("until", month.until())
                .map((row, context) -> Entry.of(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getString(6),
                        side(row, 15),
                        side(row, 7)))
                .list();
    }

    private static Entry.Side side(ResultSet row, int first) throws SQLException {
        String status = row.getString(first);
        return status == null
                ? null
                : new Entry.Side(
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
