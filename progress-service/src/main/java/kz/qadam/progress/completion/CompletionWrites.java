package kz.qadam.progress.completion;

import static kz.qadam.progress.completion.Completions.COLUMNS;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes completions. The state that a new one replaces is kept in another table: nothing is overwritten. */
final class CompletionWrites {

    private static final String INSERT = """
            insert into completion (%s) select * from %s order by institution, reference
            on conflict (institution, reference) do nothing returning id
            """.formatted(COLUMNS.names(), COLUMNS.rows("v"));

    /** The insert sees the rows as they were before the update. */
    private static final String UPDATE = """
            with v as materialized (select * from %s),
            kept as (
                insert into former_completion (id, version, institution, enrolment, completed_on, score, certificate,
                                               status, because, counts, enrolment_id, learner_id, cohort, course,
                                               region, changed_at, cause, reason, by_role, until)
                select c.id, c.version, c.institution, c.enrolment, c.completed_on, c.score, c.certificate,
                       c.status, c.because, c.counts, c.enrolment_id, c.learner_id, c.cohort, c.course,
                       c.region, c.changed_at, c.cause, c.reason, c.by_role, v.changed_at
                  from v join completion c on c.id = v.id)
            update completion c
               set enrolment = v.enrolment, completed_on = v.completed_on, score = v.score,
                   certificate = v.certificate, status = v.status, counts = v.counts, because = v.because,
                   enrolment_id = v.enrolment_id, learner_id = v.learner_id, cohort = v.cohort, course = v.course,
                   region = v.region, version = v.version, changed_at = v.changed_at, cause = v.cause,
                   reason = v.reason, by_role = v.by_role, pending_since = v.pending_since,
                   changed = pg_current_xact_id()
              from v where c.id = v.id
            """.formatted(COLUMNS.rows("v"));

    private CompletionWrites() {}

    /** The ids of those that were inserted; the others' references are taken. */
    static Set<UUID> insert(Handle handle, List<Completion> completions) {
        return new HashSet<>(COLUMNS.bind(handle.createQuery(INSERT), completions)
                .mapTo(UUID.class)
                .list());
    }

    /** Writes the new states of completions that are locked; one of each. */
    static void update(Handle handle, List<Completion> completions) {
        if (!completions.isEmpty()) {
            COLUMNS.bind(handle.createUpdate(UPDATE), completions).execute();
        }
    }
}
