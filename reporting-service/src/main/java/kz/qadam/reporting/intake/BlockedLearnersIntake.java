package kz.qadam.reporting.intake;

import java.util.Collection;
import java.util.UUID;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerBlocked;
import org.jdbi.v3.core.Handle;

/**
 * Takes in which learners are blocked for a time. Institutions cannot read their receipts; counts, evidence and the answers
 * to others stay.
 */
public final class BlockedLearnersIntake {

    /** A lower version that arrives late is ignored, and a block by an erasure stays. */
    private static final String TAKE = """
            insert into blocked_learner (learner, by_erasure, erased, for_a_time, block_version)
            select id, false, false, :blocked, :version from unnest(:learners) as l (id) order by id
            on conflict (learner) do update
               set for_a_time = excluded.for_a_time, block_version = excluded.block_version
             where blocked_learner.block_version < excluded.block_version
            """;

    private BlockedLearnersIntake() {}

    /** Takes in those among the facts, in any order and any number of times. */
    public static void take(Handle database, Collection<Fact> arrived) {
        for (Fact fact : arrived) {
            if (fact instanceof LearnerBlocked one) {
                database.createUpdate(TAKE)
                        .bindArray("learners", UUID.class, one.learners())
                        .bind("blocked", one.blocked())
                        .bind("version", one.version())
                        .execute();
            }
        }
    }
}
