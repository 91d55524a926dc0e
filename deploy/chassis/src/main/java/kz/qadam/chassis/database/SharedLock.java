package kz.qadam.chassis.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** An advisory lock that many transactions share, or one has alone. It ends with the transaction. */
public final class SharedLock {

    private static final String SHARE = "select pg_advisory_xact_lock_shared(:key)";
    private static final String HAVE_ALONE = "select pg_advisory_xact_lock(:key)";

    /** How PostgreSQL says that the wait for a lock has taken too long. */
    private static final String TIMED_OUT = "55P03";

    private static final Duration FIRST_WAIT = Duration.ofMillis(25);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

    private final long key;

    public SharedLock(long key) {
        this.key = key;
    }

    /** Nobody has it alone until this transaction ends. */
    public void share(Handle database) {
        acquire(database, SHARE);
    }

    /** Waits until nobody shares it any more. All who come meanwhile wait as well, however long that takes. */
    public void haveAlone(Handle database) {
        acquire(database, HAVE_ALONE);
    }

    /**
     * The same in short waits with pauses between them, in which those go on who came meanwhile: since PostgreSQL grants a
     * lock in the order of arrival, one long wait would make everybody queue behind it.
     *
     * @return false if it could not be had in this time
     */
    public boolean tryToHaveAlone(Handle database, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Duration wait = FIRST_WAIT;
        while (!hasAloneWithin(database, wait)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return true;
    }

    private boolean hasAloneWithin(Handle database, Duration wait) {
        database.savepoint("before_lock");
        try {
            database.execute("set local lock_timeout = " + wait.toMillis());
            acquire(database, HAVE_ALONE);
            database.execute("set local lock_timeout to default");
            database.releaseSavepoint("before_lock");
            return true;
        } catch (JdbiException e) {
            if (!(e.getCause() instanceof SQLException sql && TIMED_OUT.equals(sql.getSQLState()))) {
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
