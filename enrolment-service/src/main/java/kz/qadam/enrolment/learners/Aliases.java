package kz.qadam.enrolment.learners;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.AdvisoryLock;
import org.jdbi.v3.core.Handle;

/** Aliases: learners that were merged into another learner, which is used instead of them. */
public final class Aliases {

    /** Enrolments take it shared, merges and splits take it exclusively. It is released at the end of the transaction. */
    private static final AdvisoryLock LOCK = new AdvisoryLock(0x1ea54e5);

    /** Longer than a batch takes, and shorter than the timeout of a client. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private static final String SURVIVING = """
            select l.id, coalesce(m.surviving, l.id)
              from learner l left join learner_merge m on m.absorbed = l.id
             where l.id = any(:ids) and not exists (select from blocked_learner b where b.learner = l.id and b.in_force)
            """;

    private static final String OF_ONE = """
            select coalesce(m.surviving, l.id)
              from learner l left join learner_merge m on m.absorbed = l.id where l.id = :id
            """;

    private Aliases() {}

    /** Prevents merges and splits until this transaction ends. To be called before any learner is looked up. */
    public static void lockShared(Handle database) {
        LOCK.share(database);
    }

    /**
     * Waits until no enrolment is in progress, so that no enrolment stays under a learner who is being absorbed.
     * Enrolments that begin during the wait are not held up.
     *
     * @return false if enrolments were in progress for the whole wait
     */
    public static boolean lockExclusively(Handle database) {
        return LOCK.tryToHaveAlone(database, MAX_WAIT);
    }

    /** The current learner of an id, also if it is blocked; empty if there is none. */
    public static Optional<UUID> surviving(Handle database, UUID id) {
        return database.createQuery(OF_ONE).bind("id", id).mapTo(UUID.class).findOne();
    }

    /**
     * The current learner of each id: itself, or the learner that absorbed it. Unknown ids are left out, and so are
     * blocked learners, who are answered like unknown ones.
     */
    public static Map<UUID, UUID> surviving(Handle database, Collection<UUID> ids) {
        Map<UUID, UUID> surviving = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createQuery(SURVIVING)
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> surviving.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .list();
        }
        return surviving;
    }
}
