package kz.qadam.chassis.base.background;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import kz.qadam.chassis.base.database.Database;

/**
 * Lets one instance at a time do a piece of work: its owner renews a database row that expires. An advisory lock would
 * remain if its owner was paused but not ended. Two owners at once, after such a pause, do no harm: they send the same
 * events.
 */
public final class Lease {

    private static final String TAKE = """
            insert into lease (name, owner, until) values (:name, :owner, now() + :seconds * interval '1 second')
            on conflict (name) do update set owner = excluded.owner, until = excluded.until
             where lease.owner = excluded.owner or lease.until < now()
            """;

    private final Database database;
    private final String name;
    private final String owner;
    private final Duration length;
    private long renewAt = Long.MIN_VALUE;
    private volatile long renewedAt;
    private volatile boolean held;

    public Lease(Database database, String name, String owner, Duration length) {
        this.database = database;
        this.name = name;
        this.owner = owner;
        this.length = length;
    }

    /** Adds metrics: whether this instance owns the lease, and how long ago it renewed it. */
    public void addMetrics(MeterRegistry metrics) {
        Gauge.builder("qadam.lease.held", this, one -> one.isCurrent() ? 1 : 0)
                .tag("lease", name)
                .description("1 on the instance that owns the lease")
                .register(metrics);
        Gauge.builder("qadam.lease.age", this, one -> one.isCurrent() ? one.nanosSinceRenewal() / 1e9 : Double.NaN)
                .tag("lease", name)
                .baseUnit("seconds")
                .description("How long ago the owner of the lease renewed it; NaN on other instances")
                .register(metrics);
    }

    /** Gives the lease up at once, so that another instance can take it. */
    public void giveUp() {
        held = false;
        database.transaction(handle -> handle.createUpdate("delete from lease where name = :name and owner = :owner")
                .bind("name", name)
                .bind("owner", owner)
                .execute());
    }

    /**
     * Whether this instance owns the lease. It is renewed after a third of its length, so that the owner rarely queries
     * the database.
     */
    public boolean isHeld() {
        long now = System.nanoTime();
        if (held && now < renewAt) {
            return true;
        }
        held = database.transaction(handle -> handle.createUpdate(TAKE)
                        .bind("name", name)
                        .bind("owner", owner)
                        .bind("seconds", length.toMillis() / 1000.0)
                        .execute()
                == 1);
        renewedAt = now;
        renewAt = now + length.toNanos() / 3;
        return held;
    }

    /** Whether no other instance can have taken the lease, as far as this one knows without a query. */
    private boolean isCurrent() {
        return held && nanosSinceRenewal() < length.toNanos();
    }

    private long nanosSinceRenewal() {
        return System.nanoTime() - renewedAt;
    }
}
