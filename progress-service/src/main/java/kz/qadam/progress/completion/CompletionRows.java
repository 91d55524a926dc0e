package kz.qadam.progress.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.trained.ProgrammeDays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The rows of completions, locked where they are to be changed. The state that a new one replaces is kept in former_completion:
 * nothing is overwritten.
 */
final class CompletionRows {

    static final String COLUMNS = CompletionColumn.list("c.%s");

    private static final String VALUES =
            "unnest(" + CompletionColumn.list(":%s") + ") as v (" + CompletionColumn.list("%s") + ")";

    private static final String INSERT = """
            insert into completion (%s)
            select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(CompletionColumn.list("%s"), VALUES);

    /** The insert sees the rows as they were before the update. */
    private static final String UPDATE = """
            with v as materialized (select * from %s),
            kept as (
                insert into former_completion (%s, until)
                select %s, v.changed_at from v join completion c on c.id = v.id)
            update completion c set %s, changed = pg_current_xact_id() from v where c.id = v.id
            """.formatted(
                    VALUES,
                    CompletionColumn.keptList("%s"),
                    CompletionColumn.keptList("c.%s"),
                    CompletionColumn.changingList("%s = v.%s"));

    private static final String LOCK_BY_REFERENCE = """
            select %s from unnest(:institutions, :references) as wanted (institution, reference)
              join completion c using (institution, reference)
             order by c.institution, c.reference for update of c
            """.formatted(COLUMNS);

    private static final String LOCK_UNDER_ENROLMENTS = """
            select %s from completion c
             where c.id in (
                   select p.id from unnest(:institutions, :names) as wanted (institution, name)
                     join completion p on p.institution = wanted.institution and p.enrolment = wanted.name
                    where p.enrolment_id is null
                    union all
                   select p.id from unnest(:enrolmentIds) as wanted (id) join completion p on p.enrolment_id = wanted.id)
             order by c.institution, c.reference for update
            """.formatted(COLUMNS);

    /** Only those that the programme's days now make count, or count no more. */
    private static final String LOCK_OUT_OF_STEP = """
            select %s from unnest(:learners) as wanted (learner_id)
              join completion c on c.learner_id = wanted.learner_id and c.cohort = :cohort and c.status = 'accepted'
               and (c.counts <> (c.completed_on between :from and :to) or c.because = 'programme-unknown')
             order by c.institution, c.reference for update of c
            """.formatted(COLUMNS);

    private CompletionRows() {}

    /** The ids of those that were inserted; the others' references are taken. */
    static Set<UUID> insert(Handle handle, List<Completion> completions) {
        return bound(handle.createQuery(INSERT), completions).mapTo(UUID.class).set();
    }

    /** Writes the new states of completions that are locked; one of each. */
    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            bound(handle.createUpdate(UPDATE), completions).execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, List<Completion> completions) {
        CompletionColumn.ALL.forEach(column -> column.bind(statement, completions));
        return statement;
    }

    static List<Completion> lock(Handle handle, List<String> institutions, List<String> references) {
        return handle.createQuery(LOCK_BY_REFERENCE)
                .bindArray("institutions", String.class, institutions)
                .bindArray("references", String.class, references)
                .map((row, context) -> of(row))
                .list();
    }

    /** Those that stand under these enrolments, and those that wait for an enrolment of these names. */
    static List<Completion> lockUnder(
            Handle handle, List<String> institutions, List<String> names, List<UUID> enrolments) {
        return handle.createQuery(LOCK_UNDER_ENROLMENTS)
                .bindArray("institutions", String.class, institutions)
                .bindArray("names", String.class, names)
                .bindArray("enrolmentIds", UUID.class, enrolments)
                .map((row, context) -> of(row))
                .list();
    }

    /** Accepted ones of these learners whose state is not what the programme's days make of it. */
    static List<Completion> lockOutOfStep(Handle handle, String cohort, Collection<UUID> learners, ProgrammeDays days) {
        return handle.createQuery(LOCK_OUT_OF_STEP)
                .bindArray("learners", UUID.class, learners)
                .bind("cohort", cohort)
                .bind("from", days.startsOn())
                .bind("to", days.horizon())
                .map((row, context) -> of(row))
                .list();
    }

    static Completion of(ResultSet row) throws SQLException {
        return new Completion(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("reference"),
                content(row),
                new CompletionState(
                        Status.of(row.getString("status")).orElseThrow(),
                        row.getBoolean("counts"),
                        row.getString("because")),
                enrolled(row),
                row.getInt("version"),
                instant(row, "recorded_at"),
                instant(row, "pending_since"),
                new Origin(
                        instant(row, "changed_at"),
                        Cause.ofWord(row.getString("cause")),
                        row.getString("reason"),
                        row.getString("by_role")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Content content(ResultSet row) throws SQLException {
        String enrolment = row.getString("enrolment");
        return enrolment == null
                ? null
                : new Content(
                        enrolment,
                        row.getObject("completed_on", LocalDate.class),
                        row.getBigDecimal("score"),
                        row.getString("certificate"));
    }

    static Enrolled enrolled(ResultSet row) throws SQLException {
        UUID enrolmentId = row.getObject("enrolment_id", UUID.class);
        return enrolmentId == null
                ? null
                : new Enrolled(
                        enrolmentId,
                        row.getObject("learner_id", UUID.class),
                        row.getString("cohort"),
                        row.getString("course"),
                        row.getString("region"));
    }
}
