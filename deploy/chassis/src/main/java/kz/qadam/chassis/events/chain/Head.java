package kz.qadam.chassis.events.chain;

import java.time.Instant;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.UnreadableEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest block of a chain when it was sent: proof that the chain was at least this long, and what was in it. */
@Schema(name = "TrailHead", description = "A block of the trail as a service sent it to the others.")
public record Head(
        @Schema(description = "The service whose trail it is.", examples = "enrolment-service")
        String service,

        @Schema(description = "The instance whose entries were chained.", examples = "enrolment-0")
        String instance,

        @Schema(description = "The number of the block in the chain of the instance.", examples = "17")
        long number,

        @Schema(description = "The hash of the block, in hexadecimal digits.")
        String hash,

        @Schema(description = "When the block was chained.") Instant chainedAt) {

    /** The topic, of which Kafka keeps the newest head of each instance. */
    static final String TOPIC = "qadam.trail";

    /** The type of the event. */
    static final String TYPE = "kz.qadam.trail.head.v1";

    String subject() {
        return "trail/" + service + "/" + instance;
    }

    CloudEvent event(String json) {
        String subject = subject();
        return new CloudEvent(
                CloudEvent.idOf(TYPE, subject, number), TYPE, "/" + service, subject, chainedAt, null, json);
    }

    /** Checks that a service speaks of its own trail, and that the event says what it is about. */
    void requireFrom(CloudEvent event) {
        if (!event.source().equals("/" + service) || !event.subject().equals(subject())) {
            throw new UnreadableEvent("It is about the trail of another service or instance.");
        }
        event.requireIdOf(number);
    }
}
