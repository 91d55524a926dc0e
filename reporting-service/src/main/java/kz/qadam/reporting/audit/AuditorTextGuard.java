package kz.qadam.reporting.audit;

import java.util.UUID;
import kz.qadam.chassis.base.database.AdvisoryLock;
import org.jdbi.v3.core.Handle;

/** Texts that auditors type about records, which may not outlive an erasure of the learner. */
public final class AuditorTextGuard {

    /** The key is that in the function erase_texts, which takes the lock alone before it overwrites such texts. */
    private static final AdvisoryLock LOCK = new AdvisoryLock(1050);

    private static final String IS_ERASED =
            "select exists (select from blocked_learner where learner = :learner and erased)";

    private AuditorTextGuard() {}

    /**
     * Lets no erasure come between what this transaction reads from now on and the text that it keeps: an erasure either
     * is seen, or comes later and overwrites the text.
     */
    public static void holdErasures(Handle database) {
        LOCK.share(database);
    }

    /** Whether a learner is erased; to be asked when erasures are held. */
    public static boolean isErased(Handle database, UUID learner) {
        return database.createQuery(IS_ERASED)
                .bind("learner", learner)
                .mapTo(Boolean.class)
                .one();
    }
}
