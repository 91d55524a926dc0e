package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.List;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;

/**
 * Completions of an institution that do not count for one cause.
 *
 * @param cause a value of {@code because} of a completion
 * @param first those that have not counted for longest
 */
record UncountedGroup(String cause, int count, List<Completion> first) {

    /** As many as a form can have. */
    static final int SHOWN = 20;

    /** By a partial index; see V1031. An institution does not see those of blocked learners. */
    private static final String WAITING = """
              from completion c
             where c.institution = :institution and c.enrolment is not null
               and (c.status = 'pending' or c.status = 'refused' or c.status = 'accepted' and not c.counts) and %s
            """.formatted(BlockedLearners.notBlocked("c.learner_id"));

    private static final String COUNT = """
            select c.because, count(*) %s group by c.because order by count(*) desc, c.because
            """.formatted(WAITING);

    private static final String YOUNG = "select count(*) %s and c.pending_since >= :since".formatted(WAITING);

    private static final String OF_CAUSE = """
            select %s %s and c.because = :cause order by c.changed_at, c.id limit :limit
            """.formatted(CompletionRows.NAMES, WAITING);

    /** All groups, the largest first. */
    static List<UncountedGroup> of(Handle handle, String institution) {
        return handle
                .createQuery(COUNT)
                .bind("institution", institution)
                .map((row, context) -> new UncountedGroup(row.getString(1), row.getInt(2), List.of()))
                .list()
                .stream()
                .map(group -> new UncountedGroup(
                        group.cause, group.count, completions(handle, institution, group.cause, SHOWN)))
                .toList();
    }

    /** How many wait for their enrolment since then. */
    static long young(Handle handle, String institution, Instant since) {
        return handle.createQuery(YOUNG)
                .bind("institution", institution)
                .bind("since", since)
                .mapTo(Long.class)
                .one();
    }

    /** Those that do not count for a cause, the first of them first. */
    static List<Completion> completions(Handle handle, String institution, String cause, int limit) {
        return handle.createQuery(OF_CAUSE)
                .bind("institution", institution)
                .bind("cause", cause)
                .bind("limit", limit)
                .map(CompletionRows.COLUMNS)
                .list();
    }

    /** Whether there are more than are shown. */
    public boolean isCut() {
        return count > first.size();
    }
}
