package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.progress.trained.ProgrammeDays;
import org.jdbi.v3.core.Handle;

/**
 * Reads, locks and writes the rows of completions. A replaced state is kept in former_completion: nothing is
 * overwritten.
 */
final class CompletionRows {

    /** A nested record is null if its first column is, such as the content of a tombstone. */
    static final TableColumns<Completion> COLUMNS =
            TableColumns.of(Completion.class, Map.of("at", "changed_at", "role", "by_role"));

    /** The column names for a table with the alias c. */
    static final String NAMES = COLUMNS.names("c");

    private static final String INSERT = """
            insert into completion (%s) select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(COLUMNS.names(), COLUMNS.rows("v"));

    /** Columns that former_completion does not have. */
    private static final String[] NOT_KEPT = {"reference", "recorded_at", "pending_since"};

    /** Columns that never change. */
    private static final String[] FIXED = {"id", "institution", "reference", "recorded_at"};

    /** The insert reads the rows as they were before the update. */
    private static final String UPDATE = """
            with v as materialized (select * from %s),
            kept as (
                insert into former_completion (%s, until)
                select %s, v.changed_at from v join completion c on c.id = v.id)
            update completion c set %s, changed = pg_current_xact_id() from v where c.id = v.id
            """.formatted(
                    COLUMNS.rows("v"),
                    COLUMNS.list("%s", NOT_KEPT),
                    COLUMNS.list("c.%s", NOT_KEPT),
                    COLUMNS.list("%1$s = v.%1$s", FIXED));

    private static final String LOCK_BY_REFERENCE = """
            select %s from unnest(:institutions, :references) as wanted (institution, reference)
              join completion c using (institution, reference)
             order by c.institution, c.reference for update of c
            """.formatted(NAMES);

    private static final String LOCK_UNDER_ENROLMENTS = """
            select %s from completion c
             where c.id in (
                   select p.id from unnest(:institutions, :names) as wanted (institution, name)
                     join completion p on p.institution = wanted.institution and p.enrolment = wanted.name
                    where p.enrolment_id is null
                    union all
                   select p.id from unnest(:enrolmentIds) as wanted (id) join completion p on p.enrolment_id = wanted.id)
             order by c.institution, c.reference for update
            """.formatted(NAMES);

    /** Only completions that have to count from now on, or not to count any more, because of the programme's days. */
    private static final String LOCK_OUTDATED = """
            select %s from unnest(:learners) as wanted (learner_id)
              join completion c on c.learner_id = wanted.learner_id and c.cohort = :cohort and c.status = 'accepted'
               and (c.counts <> (c.completed_on between :from and :to) or c.because = 'programme-unknown')
             order by c.institution, c.reference for update of c
            """.formatted(NAMES);

    private CompletionRows() {}

    /**
     * Inserts completions; returns the ids of those that were inserted. The references of all others exist already.
     */
    static Set<UUID> insert(Handle handle, List<Completion> completions) {
        return COLUMNS.bind(handle.createQuery(INSERT), completions)
                .mapTo(UUID.class)
                .set();
    }

    /** Writes new states of locked completions, one for each completion. */
    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            COLUMNS.bind(handle.createUpdate(UPDATE), completions).execute();
        }
    }

    static List<Completion> lock(Handle handle, List<String> institutions, List<String> references) {
        return handle.createQuery(LOCK_BY_REFERENCE)
                .bindArray("institutions", String.class, institutions)
                .bindArray("references", String.class, references)
                .map(COLUMNS)
                .list();
    }

    /** Locks the completions of these enrolments, and the pending ones that name one of them. */
    static List<Completion> lockUnder(
            Handle handle, List<String> institutions, List<String> names, List<UUID> enrolments) {
        return handle.createQuery(LOCK_UNDER_ENROLMENTS)
                .bindArray("institutions", String.class, institutions)
                .bindArray("names", String.class, names)
                .bindArray("enrolmentIds", UUID.class, enrolments)
                .map(COLUMNS)
                .list();
    }

    /** Locks the accepted completions of these learners whose state does not agree with the programme's days. */
    static List<Completion> lockOutdated(Handle handle, String cohort, Collection<UUID> learners, ProgrammeDays days) {
        return handle.createQuery(LOCK_OUTDATED)
                .bindArray("learners", UUID.class, learners)
                .bind("cohort", cohort)
                .bind("from", days.startsOn())
                .bind("to", days.horizon())
                .map(COLUMNS)
                .list();
    }
}
