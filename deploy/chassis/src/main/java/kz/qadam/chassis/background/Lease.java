package kz.qadam.chassis.background;

import java.time.Duration;
import kz.qadam.chassis.database.Database;

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
    private boolean held;

    public Lease(Database database, String name, String owner, Duration length) {
        this.database = database;
        this.name = name;
        this.owner = owner;
        this.length = length;
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
        renewAt = now + length.toNanos() / 3;
        return held;
    }
}
