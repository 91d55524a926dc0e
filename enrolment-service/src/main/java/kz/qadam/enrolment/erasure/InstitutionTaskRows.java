package kz.qadam.enrolment.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.chassis.http.security.AccessScope;
import org.jdbi.v3.core.Handle;

/** Reads and writes the tasks of institutions. */
final class InstitutionTaskRows {

    private static final TableColumns<ErasureTask> COLUMNS = TableColumns.of(ErasureTask.class);

    /** To be called before the references are overwritten. */
    private static final String INSERT = """
            insert into erasure_task (id, erasure, institution, enrolment_references, created_at, cleared_after)
            select gen_random_uuid(), :erasure, institution, array_agg(reference order by reference), :now, :clearedAfter
              from enrolment where learner_id = :learner group by institution
            """;

    private static final String CLEAR_OLD = """
            update erasure_task set enrolment_references = null, changed = pg_current_xact_id()
             where enrolment_references is not null and cleared_after <= :now
            """;

    private static final String CONFIRM = """
            update erasure_task
               set enrolment_references = null, confirmed_at = :now, confirmed_by = :by, outcome = :outcome, changed = pg_current_xact_id()
             where id = :id and confirmed_at is null %s
            """;

    private static final String FIND = "select %s from erasure_task where id = :id ".formatted(COLUMNS.names());

    private static final String AFTER = """
            select %s, %s
              from erasure_task
             where (changed, id) > (cast(cast(:change as text) as xid8), :id) %s
             order by changed, id limit :limit
            """;

    private static final String OPEN = """
            select %s from erasure_task
             where enrolment_references is not null and confirmed_at is null %s
             order by created_at, id
            """;

    private InstitutionTaskRows() {}

    /** Makes a task for each institution that has enrolled the learner. */
    static void insert(Handle database, Erasure erasure, Instant now, Instant clearedAfter) {
        database.createUpdate(INSERT)
                .bind("erasure", erasure.id())
                .bind("learner", erasure.learner())
                .bind("now", now)
                .bind("clearedAfter", clearedAfter)
                .execute();
    }

    /**
     * Deletes the references of tasks that nobody has confirmed in time.
     *
     * @return of how many tasks
     */
    static int clearOld(Handle database, Instant now) {
        return database.createUpdate(CLEAR_OLD).bind("now", now).execute();
    }

    /** Returns whether it has confirmed a task inside the access scope, which nobody had confirmed before. */
    static boolean confirm(Handle database, UUID id, AccessScope scope, ConfirmationPost post, String by, Instant now) {
        return scope.bindTo(database.createUpdate(CONFIRM.formatted(condition(scope))))
                        .bind("id", id)
                        .bind("by", by)
                        .bind("outcome", post.outcome().toString())
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /** A task; empty if the access scope has none with this id. */
    static Optional<ErasureTask> find(Handle database, UUID id, AccessScope scope) {
        return scope.bindTo(database.createQuery(FIND + condition(scope)))
                .bind("id", id)
                .map(COLUMNS)
                .findOne();
    }

    /** The tasks that nobody has confirmed and whose references are still known, the oldest first. */
    static List<ErasureTask> open(Handle database, AccessScope scope) {
        return scope.bindTo(database.createQuery(OPEN.formatted(COLUMNS.names(), condition(scope))))
                .map(COLUMNS)
                .list();
    }

    static List<ListedRow<ErasureTask>> after(Handle database, PageStart start, AccessScope scope) {
        return start.rows(
                scope.bindTo(database.createQuery(
                        AFTER.formatted(COLUMNS.names(), ListedRow.positionColumns("changed"), condition(scope)))),
                COLUMNS,
                ErasureTask::id);
    }

    /** A task belongs to no region, and callers of a region have no access. */
    private static String condition(AccessScope scope) {
        return scope.sql("institution", "null");
    }
}
