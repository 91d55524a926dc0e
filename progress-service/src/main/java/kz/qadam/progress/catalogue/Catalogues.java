package kz.qadam.progress.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kz.qadam.chassis.database.SharedLock;
import org.jdbi.v3.core.Handle;

/** The catalogue for whoever judges by it: read once for each change of it. */
@ApplicationScoped
public class Catalogues {

    /** Shared by those who judge, exclusive for those who change the catalogue; ends with the transaction. */
    private static final long LOCK = 0x51adab;

    /** So long those who judge do not wait behind a change that waits; but the catalogue must change at last. */
    private static final Duration LET_OTHERS_GO_FIRST = Duration.ofSeconds(3);

    /** A sequence belongs to no transaction: when the lock is there, it tells the newest change. */
    private static final String HOLD = """
            with held as materialized (select pg_advisory_xact_lock_shared(:lock))
            select coalesce(pg_sequence_last_value('catalogue_change'), 0) from held
            """;

    private record Known(long change, Catalogue catalogue) {}

    private volatile Known known = new Known(-1, null);

    /**
     * Nobody changes the catalogue until this transaction ends. Not for a transaction that has changed it: nobody else may
     * see it so yet.
     */
    public Catalogue hold(Handle handle) {
        long change =
                handle.createQuery(HOLD).bind("lock", LOCK).mapTo(Long.class).one();
        Known last = known;
        if (last.change() != change) {
            last = new Known(change, Catalogue.read(handle));
            known = last;
        }
        return last.catalogue();
    }

    /** Waits until nobody judges any more, so that a judgement by the old catalogue is committed before the new one. */
    static void change(Handle handle) {
        var lock = new SharedLock(LOCK);
        if (!lock.tryToHaveAlone(handle, LET_OTHERS_GO_FIRST)) {
            lock.haveAlone(handle);
        }
    }
}
