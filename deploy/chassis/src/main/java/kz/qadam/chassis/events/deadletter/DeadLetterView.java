package kz.qadam.chassis.events.deadletter;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter without its content, which the service could not read and which may contain anything. */
@Schema(name = "DeadLetter", description = "An event that could not be taken in. Its content is stored, but not shown.")
public record DeadLetterView(
        UUID id,
        @Schema(examples = "qadam.enrolments") String topic,
        int partition,
        long offset,
        @Schema(nullable = true) String eventId,

        @Schema(nullable = true, examples = "kz.qadam.enrolment.enrolled.v1")
        String type,

        @Schema(nullable = true) String subject,

        @Schema(description = "Why the event could not be taken in.", examples = "Its data is not JSON.")
        String reason,

        Instant receivedAt,

        @Schema(enumeration = {"open", "retried", "discarded"})
        String status,

        @Schema(description = "The reason for its resolution.", nullable = true)
        String resolutionReason,

        @Schema(description = "Who resolved it.", nullable = true)
        String resolvedBy) {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-fA-F-])[0-9]{12}(?![0-9a-fA-F-])");

    static DeadLetterView of(KeptDeadLetter letter) {
        return new DeadLetterView(
                letter.id,
                letter.topic,
                letter.partition,
                letter.recordOffset,
                masked(letter.eventId),
                masked(letter.eventType),
                masked(letter.subject),
                letter.reason,
                letter.receivedAt,
                letter.outcome == null ? "open" : letter.outcome,
                letter.resolutionReason,
                letter.resolvedBy);
    }

    /** Masks digits that may be a person's identification number: an unread header may contain anything. */
    public static String masked(String header) {
        return header == null
                ? null
                : PersonalNumber.masked(DIGITS.matcher(header).replaceAll("************"));
    }
}
