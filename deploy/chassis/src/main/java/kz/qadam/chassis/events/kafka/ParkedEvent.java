package kz.qadam.chassis.events.kafka;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that Kafka does not take as it is. It waits until the office sends it again or discards it. */
@Schema(name = "ParkedEvent")
public record ParkedEvent(
        UUID id,

        @Schema(examples = "kz.qadam.completion.recorded.v1")
        String type,

        @Schema(examples = "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02")
        String subject,

        Instant time,
        @Schema(examples = "RecordTooLargeException") String reason,

        @Schema(description = "How many events with the same key wait behind it.")
        int heldUp) {

    /**
     * The reason if the key or subject looks like the identification number of a person: if sent again, the event is
     * parked again.
     */
    public static final String LOOKS_LIKE_NUMBER = "looks-like-iin";

    /** Masks the subject, since an identification number in it may be the reason for the parking. */
    public ParkedEvent {
        subject = PersonalNumber.masked(subject);
    }
}
