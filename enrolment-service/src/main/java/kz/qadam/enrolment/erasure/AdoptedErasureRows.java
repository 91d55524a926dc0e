package kz.qadam.enrolment.erasure;

import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * Erasures that were taken over. One that is published as erased is so here too; until its learners are, it has to be done
 * again.
 */
final class AdoptedErasureRows {

    /** An erasure that is to be done again. */
    record Due(Erasure erasure, String filesBefore) {}

    private static final TableColumns<Due> DUE = TableColumns.of(Due.class);

    private static final String WRITE = """
            insert into erasure (id, learner, reason, requested_by, state, blocked_at, erased_at, version)
            values (:id, :learner, :reason, :by, :state, :since, :erasedAt, :version)
            on conflict (learner) do update
               set state = excluded.state, erased_at = excluded.erased_at, version = excluded.version, trace = null,
                   changed = excluded.changed
             where erasure.version < excluded.version
            """;

    private static final String BLOCK = """
            insert into blocked_learner (learner, erasure)
            select named.id, erasure.id from unnest(:learners) as named (id) join erasure on erasure.learner = :learner
             order by named.id
            on conflict (learner) do update set erasure = excluded.erasure
             where blocked_learner.erasure is distinct from excluded.erasure
            """;

    private static final String TO_BE_DONE = """
            select %s, files_before::text as files_before from erasure
             where state = 'erased' and exists (select from blocked_learner b where b.erasure = erasure.id and not b.erased)
             order by erased_at, id for update
            """.formatted(ErasureRows.COLUMNS.names());

    private static final String ERASED = "update blocked_learner set erased = true where erasure = :id";

    private static final String WAIT = """
            update erasure set state = 'blocked', erased_at = null, changed = pg_current_xact_id() where id = :id
            """;

    private AdoptedErasureRows() {}

    /** Writes what was published, and blocks all ids of the person. */
    static void write(Handle database, Erasure published, List<UUID> learners) {
        database.createUpdate(WRITE)
                .bind("id", published.id())
                .bind("learner", published.learner())
                .bind("reason", published.reason().toString())
                .bind("by", published.requestedBy())
                .bind("state", published.state().toString())
                .bind("since", published.blockedAt())
                .bind("erasedAt", published.erasedAt())
                .bind("version", published.version())
                .execute();
        database.createUpdate(BLOCK)
                .bind("learner", published.learner())
                .bindArray("learners", UUID.class, learners)
                .execute();
    }

    static List<Due> toBeDone(Handle database) {
        return database.createQuery(TO_BE_DONE).map(DUE).list();
    }

    /** Notes that it is done again. */
    static void done(Handle database, UUID id) {
        database.createUpdate(ERASED).bind("id", id).execute();
    }

    /** Lets it wait for files, as a new one does: it is published again when it is done. */
    static void letWait(Handle database, UUID id) {
        database.createUpdate(WAIT).bind("id", id).execute();
    }
}
