package kz.qadam.progress.completion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** Finds completions that a caller may see. One outside the caller's access scope is answered like one that does not exist. */
final class VisibleCompletions {

    private static final String ONE = "select %s from completion c where c.%s %s";

    private static final String STATES = """
            select %s from completion_state c where c.id = :id and c.version > :version order by c.version limit :limit
            """.formatted(CompletionRows.NAMES);

    private VisibleCompletions() {}

    static Optional<Completion> find(Handle handle, UUID id, AccessScope scope) {
        return find(handle, "id = :key", id, scope);
    }

    /** By the reference that the institution has given to it. */
    static Optional<Completion> find(Handle handle, String reference, AccessScope scope) {
        return find(handle, "reference = :key", reference, scope);
    }

    private static Optional<Completion> find(Handle handle, String isWanted, Object key, AccessScope scope) {
        String isVisible = scope.sql("c.institution", "c.region") + withoutBlocked(scope);
        return scope.bindTo(handle.createQuery(ONE.formatted(CompletionRows.NAMES, isWanted, isVisible)))
                .bind("key", key)
                .map(CompletionRows.COLUMNS)
                .findOne();
    }

    /**
     * The states of a completion, the oldest first; none if the caller may not see it.
     *
     * @param after the number of the state after which they begin
     */
    static List<Completion> states(Handle handle, UUID id, AccessScope scope, int after, int most) {
        return find(handle, id, scope)
                .map(found -> handle.createQuery(STATES)
                        .bind("id", id)
                        .bind("version", after)
                        .bind("limit", most)
                        .map(CompletionRows.COLUMNS)
                        .list())
                .orElse(List.of());
    }

    /** An institution cannot read the completions of blocked learners. */
    static String withoutBlocked(AccessScope scope) {
        return scope.isOfInstitution() ? " and " + BlockedLearners.notBlocked("c.learner_id") : "";
    }
}
