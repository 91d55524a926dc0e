package kz.qadam.chassis.events.chain;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.metrics.Gauges;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.RelayConfig;
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

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('trail-chain'))";

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

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            RelayConfig relay,
            ChainConfig config,
            MeterRegistry metrics,
            Gauges gauges) {
        if (relay.enabled()) {
            lease.addMetrics(metrics);
            gauges.add(
                    "qadam.trail.unchained.age",
                    "seconds",
                    "How long the oldest entry of the trail has waited to be chained",
                    all -> all.transaction(this::ageOfUnchained));
            loops.start("trail-chain", config.chainEvery(), () -> lease.isHeld() && chain(), lease);
        }
    }

    /**
     * Chains the next entries. Two that chain at the same time, since a lease was lost in a pause, do so one after the
     * other, so that none is chained twice.
     *
     * @return whether there may be more
     */
    boolean chain() {
        return database.<Boolean>transaction(handle -> {
            handle.execute(ONE_AT_A_TIME);
            List<SettledEntry> next = entries.after(handle, Blocks.end(handle), MOST);
            Map<String, List<SettledEntry>> byInstance = new LinkedHashMap<>();
            next.forEach(entry -> byInstance
                    .computeIfAbsent(entry.instance(), name -> new ArrayList<>())
                    .add(entry));
            Instant now = clock.instant();
            byInstance.forEach((instance, ofInstance) -> add(handle, instance, ofInstance, now));
            return next.size() == MOST;
        });
    }

    /** Entries of open transactions are not seen, and are not to be chained yet. */
    private double ageOfUnchained(Handle handle) {
        return entries.after(handle, Blocks.end(handle), 1).stream()
                .mapToDouble(
                        entry -> Duration.between(entry.at(), clock.instant()).toMillis() / 1e3)
                .findFirst()
                .orElse(0);
    }

    private static void add(Handle handle, String instance, List<SettledEntry> added, Instant now) {
        Block block = Block.after(Blocks.newest(handle, instance), instance, added, now);
        Blocks.add(handle, block, added.get(added.size() - 1).position());
    }
}
