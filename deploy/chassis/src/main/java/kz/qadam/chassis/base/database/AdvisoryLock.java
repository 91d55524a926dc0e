package kz.qadam.chassis.base.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** An advisory lock with a shared and an exclusive mode. It is released when the transaction ends. */
public final class AdvisoryLock {

    private static final String SHARE = "select pg_advisory_xact_lock_shared(:key)";
    private static final String LOCK = "select pg_advisory_xact_lock(:key)";

    private static final Duration FIRST_WAIT = Duration.ofMillis(25);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

    private final long key;

    public AdvisoryLock(long key) {
        this.key = key;
    }

    /** Takes the lock in shared mode: until this transaction ends, no other takes it in exclusive mode. */
    public void share(Handle database) {
        acquire(database, SHARE);
    }

    /**
     * Takes the lock in exclusive mode, after all sharing transactions have ended. Transactions that request the lock
     * meanwhile wait too, however long that takes.
     */
    public void haveAlone(Handle database) {
        acquire(database, LOCK);
    }

    /**
     * The same in short waits with pauses, in which transactions that arrived meanwhile can continue: PostgreSQL grants
     * a lock in the order of arrival, so one long wait would block all later requests.
     *
     * @return false if the lock was not available in this time
     */
    public boolean tryToHaveAlone(Handle database, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_WAIT;
        while (!locksWithin(database, wait)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return true;
    }

    private boolean locksWithin(Handle database, Duration wait) {
        database.savepoint("before_lock");
        try {
            database.execute("set local lock_timeout = " + wait.toMillis());
            acquire(database, LOCK);
            database.execute("set local lock_timeout to default");
            database.releaseSavepoint("before_lock");
            return true;
        } catch (JdbiException e) {
            if (!Database.waitedForLockInVain(e)) {
                throw e;
            }
            database.rollbackToSavepoint("before_lock");
            return false;
        }
    }

    private void acquire(Handle database, String sql) {
        database.createQuery(sql).bind("key", key).mapTo(String.class).one();
    }
}
