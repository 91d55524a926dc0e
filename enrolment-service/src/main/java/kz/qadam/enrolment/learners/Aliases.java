package kz.qadam.enrolment.learners;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.database.SharedLock;
import org.jdbi.v3.core.Handle;

/** Learners who turned out to be one person with another, and are found as that one from then on. */
public final class Aliases {

    /** Shared by those who enrol, exclusive for those who merge; ends with the transaction. */
    private static final SharedLock LOCK = new SharedLock(0x1ea54e5);

    /** Longer than a batch takes, and shorter than somebody waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String SURVIVING = """
            select l.id, coalesce(m.surviving, l.id)
              from learner l left join learner_merge m on m.absorbed = l.id where l.id = any(:ids)
            """;

    private Aliases() {}

    /** Nobody is merged until this transaction ends. To be asked before any learner is looked up. */
    public static void hold(Handle database) {
        LOCK.share(database);
    }

    /**
     * Waits until nobody enrols any more, so that nothing is left under a learner who is about to be absorbed; and lets those
     * go on who begin meanwhile.
     *
     * @return false if somebody enrolled all the time
     */
    public static boolean change(Handle database) {
        return LOCK.tryToHaveAlone(database, PATIENCE);
    }

    /** Who these learners are by now: each itself, or the one that absorbed it. Who is no learner is left out. */
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
