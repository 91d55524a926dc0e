package kz.qadam.reporting.audit.recount;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Renews the leases of the recounts that this instance works on, and marks recounts as failed whose lease no instance
 * has renewed: so a client that waits for such a recount learns that it has failed.
 */
@ApplicationScoped
class RecountLeases {

    private static final Logger LOG = Logger.getLogger(RecountLeases.class);

    /** How often a lease is renewed during its length. */
    private static final int RENEWALS = 3;

    private static final String RENEW = """
            update recount set alive_until = now() + :lease * interval '1 millisecond'
             where id = any(:ids) and finished_at is null
            """;

    private static final String LAPSED = """
            select id from recount where finished_at is null and (alive_until is null or alive_until < now()) for update
            """;

    private static final String FAILED = """
            update recount set failed = true, finished_at = :at where id = any(:ids)
            """;

    private final Database database;
    private final Duration lease;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    RecountLeases(Database database, RecountConfig config) {
        this.database = database;
        this.lease = config.lease();
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.startAtIntervals("recount-leases", lease.dividedBy(RENEWALS), () -> database.transaction(this::renew));
    }

    Duration length() {
        return lease;
    }

    /** From now on, this instance renews the lease of the recount. */
    void begin(UUID recount) {
        ours.add(recount);
    }

    /** This instance does not renew the lease any more. */
    void end(UUID recount) {
        ours.remove(recount);
    }

    private int renew(Handle database) {
        if (!ours.isEmpty()) {
            database.createUpdate(RENEW)
                    .bindArray("ids", UUID.class, List.copyOf(ours))
                    .bind("lease", lease.toMillis())
                    .execute();
        }
        List<UUID> lapsed = database.createQuery(LAPSED).mapTo(UUID.class).list();
        if (lapsed.isEmpty()) {
            return 0;
        }
        LOG.warnf("%d recounts have failed: their instances have not renewed the leases", lapsed.size());
        return database.createUpdate(FAILED)
                .bindArray("ids", UUID.class, lapsed)
                .bind("at", PointInTimeResolver.stamp(database))
                .execute();
    }
}
