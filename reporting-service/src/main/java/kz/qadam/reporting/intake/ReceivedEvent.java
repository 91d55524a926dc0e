package kz.qadam.reporting.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.reporting.intake.contract.EventTypes;
import kz.qadam.reporting.rollup.fact.Fact;

/**
 * A readable event, and its position in Kafka.
 *
 * @param fact the fact that it states; empty if its type is not known here
 */
record ReceivedEvent(DeliveredEvent delivery, Optional<Fact> fact) {

    /** @throws kz.qadam.chassis.events.kafka.UnreadableEventException if the event breaks its contract */
    static ReceivedEvent read(DeliveredEvent delivery) {
        CloudEvent event = delivery.event();
        Optional<Fact> fact = EventTypes.read(event.type(), event.data());
        fact.ifPresent(known -> event.requireIdOf(known.version()));
        return new ReceivedEvent(delivery, fact);
    }

    CloudEvent event() {
        return delivery.event();
    }

    /** The key of the Kafka record as text, or null. */
    String key() {
        byte[] key = delivery.record().key();
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The version of its subject; null if its type is not known here and its data has no version. */
    Long version() {
        return fact.map(Fact::version).orElseGet(() -> EventJson.versionIn(event().data()));
    }
}
