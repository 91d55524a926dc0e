package kz.qadam.enrolment.keys;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.background.Lease;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.events.kafka.RelayConfig;

/**
 * Confirms the copies of the other services at intervals, as long as everything that this service has answered is in
 * Kafka. Without a confirmation they refuse all keys after some time, so that a revocation that does not reach them has
 * an effect nevertheless.
 */
@ApplicationScoped
class KeyConfirming {

    private final Database database;
    private final KeyPublisher publisher;
    private final Clock clock;
    private final Lease lease;

    KeyConfirming(
            Database database,
            KeyPublisher publisher,
            Clock clock,
            InstanceName instance,
            InstitutionKeyConfig config) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.lease = new Lease(
                database,
                "key-confirming",
                instance.toString(),
                config.confirmEvery().multipliedBy(3));
    }

    void start(
            @Observes StartupEvent event,
            BackgroundLoops loops,
            RelayConfig relay,
            InstitutionKeyConfig config,
            MeterRegistry metrics) {
        if (relay.enabled()) {
            lease.addMetrics(metrics);
            loops.start("key-confirming", config.confirmEvery(), this::confirmNext, lease);
        }
    }

    /** @return that there is nothing more to do before the next interval */
    private boolean confirmNext() {
        confirm();
        return false;
    }

    /** What is committed after this instant is not confirmed. */
    void confirm() {
        if (!lease.isHeld()) {
            return;
        }
        Instant through = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.transaction(handle -> publisher.confirm(handle, through));
    }
}
