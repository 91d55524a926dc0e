package kz.qadam.reporting.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.Delivery;
import kz.qadam.reporting.contract.EventReader;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.json.Members;

/**
 * An event that can be read, and where it stood in Kafka.
 *
 * @param key as text, or null
 * @param fact what it says; empty if its type is not known here
 */
record Logged(CloudEvent event, String topic, int partition, long offset, String key, Optional<Fact> fact) {

    /** @throws kz.qadam.chassis.kafka.UnreadableEvent if it does not keep its contract */
    static Logged read(Delivery delivery) {
        byte[] key = delivery.record().key();
        return read(
                delivery.event(),
                delivery.topic(),
                delivery.partition(),
                delivery.offset(),
                key == null ? null : new String(key, StandardCharsets.UTF_8));
    }

    static Logged read(CloudEvent event, String topic, int partition, long offset, String key) {
        return new Logged(event, topic, partition, offset, key, EventReader.read(event.type(), event.data()));
    }

    /** The version of its subject; null if a type that is not known here has none. */
    Long version() {
        return fact.map(Fact::version).orElseGet(() -> Members.versionIn(event.data()));
    }
}
