package kz.qadam.progress.erasure;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The learners whose records institutions cannot read or change: for ever after an erasure, or for a time. */
public final class BlockedLearners {

    private static final String ERASED = """
            select learner from blocked_learner where erased and learner = any(:learners)
            """;

    private BlockedLearners() {}

    /** The condition that a row is of no blocked learner, such as {@code c.learner_id}. */
    public static String notBlocked(String learnerColumn) {
        return "not exists (select from blocked_learner blocked where blocked.in_force and blocked.learner = "
                + learnerColumn + ")";
    }

    /** Those of these learners who are erased. */
    public static Set<UUID> erasedAmong(Handle handle, Collection<UUID> learners) {
        return handle.createQuery(ERASED)
                .bindArray("learners", UUID.class, learners)
                .mapTo(UUID.class)
                .set();
    }
}
