package kz.qadam.chassis.events.kafka;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a service publishes.
 *
 * @param subject the subject of the event; {@code version} counts per subject
 * @param data a record that becomes the JSON data
 * @param trace the traceparent of its cause, or null
 */
public record OutboxEvent(
        String key, String type, String subject, long version, Instant time, Object data, String trace) {

    UUID id() {
        return CloudEvent.idOf(type, subject, version);
    }
}
