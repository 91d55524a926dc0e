package kz.qadam.progress.erasure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes in which learners are blocked for a time. */
public final class BlockedLearnersIntake {

    /** A lower version that arrives late is ignored, and a block by an erasure stays. */
    private static final String TAKE = """
            insert into blocked_learner (learner, person, by_erasure, erased, for_a_time, block_version)
            select id, :person, false, false, :blocked, :version from unnest(:learners) as l (id) order by id
            on conflict (learner) do update
               set for_a_time = excluded.for_a_time, block_version = excluded.block_version
             where blocked_learner.block_version < excluded.block_version
            returning learner
            """;

    /** Those who follow a list of completions see them again, with what has changed during the block. */
    private static final String LIST_AGAIN = """
            with listed as (
                select c.id from completion c join enrolment e on e.id = c.enrolment_id
                 where e.learner_id = any(:learners) order by c.institution, c.reference for update of c)
            update completion c set changed = pg_current_xact_id() from listed where listed.id = c.id
            """;

    private BlockedLearnersIntake() {}

    /** Takes in the events, in any order and any number of times. */
    public static void take(Handle handle, Collection<LearnerBlocked> arrived) {
        for (LearnerBlocked one : arrived) {
            List<UUID> changed = handle.createQuery(TAKE)
                    .bindArray("learners", UUID.class, one.learners())
                    .bind("person", one.learnerId())
                    .bind("blocked", one.blocked())
                    .bind("version", one.version())
                    .mapTo(UUID.class)
                    .list();
            if (!one.blocked() && !changed.isEmpty()) {
                handle.createUpdate(LIST_AGAIN)
                        .bindArray("learners", UUID.class, changed)
                        .execute();
            }
        }
    }
}
