package kz.qadam.chassis.chain;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.chassis.background.Lease;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.RelayConfig;
import kz.qadam.chassis.process.InstanceName;
import kz.qadam.chassis.trail.SettledEntries;
import kz.qadam.chassis.trail.SettledEntry;
import org.jdbi.v3.core.Handle;

/**
 * Chains the entries of all instances of the service, in the order of the transactions that added them. An entry is
 * chained when every transaction that could still add one before it has ended, so that none is left out.
 */
@ApplicationScoped
class ChainWriter {

    private static final int MOST = 1000;

    private final Database database;
    private final SettledEntries entries;
    private final Clock clock;
    private final Lease lease;

    ChainWriter(Database database, SettledEntries entries, Clock clock, InstanceName instance, ChainConfig config) {
        this.database = database;
        this.entries = entries;
        this.clock = clock;
        this.lease = new Lease(
                database,
                "trail-chain",
                instance.toString(),
                config.chainEvery().multipliedBy(3));
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, RelayConfig relay, ChainConfig config) {
        if (relay.enabled()) {
            loops.start("trail-chain", config.chainEvery(), () -> lease.isHeld() && chain());
        }
    }

    /**
     * Chains the next entries. Of two that chain the same ones, since a lease was lost in a pause, the primary key lets
     * one write its blocks.
     *
     * @return whether there may be more
     */
    boolean chain() {
        return database.<Boolean>transaction(handle -> {
            List<SettledEntry> next = entries.after(handle, Blocks.end(handle), MOST);
            Map<String, List<SettledEntry>> byInstance = new LinkedHashMap<>();
            next.forEach(entry -> byInstance
                    .computeIfAbsent(entry.instance(), name -> new ArrayList<>())
                    .add(entry));
            byInstance.forEach((instance, ofInstance) -> add(handle, instance, ofInstance));
            return next.size() == MOST;
        });
    }

    private void add(Handle handle, String instance, List<SettledEntry> added) {
        Block block = Block.after(Blocks.newest(handle, instance), instance, added, clock.instant());
        Blocks.add(handle, block, added.get(added.size() - 1).position());
    }
}
