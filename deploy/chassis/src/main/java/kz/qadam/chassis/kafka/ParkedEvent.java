package kz.qadam.chassis.kafka;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.numbers.PersonalNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that Kafka does not take as it is, and that waits for somebody to look. */
@Schema(name = "ParkedEvent")
public record ParkedEvent(
        UUID id,

        @Schema(examples = "kz.qadam.completion.recorded.v1")
        String type,

        @Schema(examples = "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02")
        String subject,

        Instant time,
        @Schema(examples = "RecordTooLargeException") String reason,

        @Schema(description = "How many wait behind it under the same key.")
        int heldUp) {

    /** The reason of one whose key or subject looks like the number of a person: sent again, it is parked again. */
    public static final String LOOKS_LIKE_NUMBER = "looks-like-iin";

    /** A subject that looks like the number of a person is why an event may be parked: it is not shown. */
    public ParkedEvent {
        subject = PersonalNumber.masked(subject);
    }
}
