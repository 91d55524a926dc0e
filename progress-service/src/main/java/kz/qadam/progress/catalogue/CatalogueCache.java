package kz.qadam.progress.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kz.qadam.chassis.base.database.AdvisoryLock;
import org.jdbi.v3.core.Handle;

/**
 * Provides the catalogue to transactions that judge completions; it is read from the database once after each change.
 */
@ApplicationScoped
public class CatalogueCache {

    /**
     * The advisory lock: shared by transactions that judge, exclusive for a transaction that changes the catalogue. It
     * ends with the transaction.
     */
    private static final long LOCK = 0x51adab;

    /**
     * For this long, a waiting change lets transactions that judge go first; after that it takes its place in the
     * queue, so that the catalogue is changed in the end.
     */
    private static final Duration LET_OTHERS_GO_FIRST = Duration.ofSeconds(3);

    /** A sequence is not part of a transaction: once the lock is granted, it shows the newest committed change. */
    private static final String LOCK_AND_READ_CHANGE = """
            with locked as materialized (select pg_advisory_xact_lock_shared(:lock))
            select coalesce(pg_sequence_last_value('catalogue_change'), 0) from locked
            """;

    private record CachedCatalogue(long change, Catalogue catalogue) {}

    private volatile CachedCatalogue cached = new CachedCatalogue(-1, null);

    /**
     * Reads the catalogue and prevents changes of it until this transaction ends. A transaction that has changed the
     * catalogue must not call this, as other transactions must not see its uncommitted state.
     */
    public Catalogue lockAndRead(Handle handle) {
        long change = handle.createQuery(LOCK_AND_READ_CHANGE)
                .bind("lock", LOCK)
                .mapTo(Long.class)
                .one();
        CachedCatalogue last = cached;
        if (last.change() != change) {
            last = new CachedCatalogue(change, Catalogue.read(handle));
            cached = last;
        }
        return last.catalogue();
    }

    /**
     * Waits until no transaction judges, so that every judgement by the old catalogue is committed before the new
     * catalogue is.
     */
    static void lockForChange(Handle handle) {
        var lock = new AdvisoryLock(LOCK);
        if (!lock.tryToHaveAlone(handle, LET_OTHERS_GO_FIRST)) {
            lock.haveAlone(handle);
        }
    }
}
