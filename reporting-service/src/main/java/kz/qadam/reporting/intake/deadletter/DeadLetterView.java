package kz.qadam.reporting.intake.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter without its content, which could not be read and may contain personal data. */
@Schema(name = "DeadLetter", description = "An event that could not be read. Its content is kept and not shown.")
record DeadLetterView(
        UUID id,
        @Schema(examples = "qadam.completions") String topic,
        int partition,
        long offset,
        @Schema(nullable = true) String eventId,

        @Schema(nullable = true, examples = "kz.qadam.completion.recorded.v1")
        String type,

        @Schema(nullable = true) String subject,

        @Schema(description = "Why it could not be read.", examples = "completedOn is not a date.")
        String reason,

        Instant receivedAt,

        @Schema(
                description = "superseded: a later state of the same subject was taken in.",
                enumeration = {"open", "retried", "discarded", "superseded"})
        String status,

        @Schema(description = "The batch from which figures are provisional because of this dead letter.")
        long openedIn,

        @Schema(
                description =
                        "The batch from which they are not provisional any more because of it; null while it is open.",
                nullable = true)
        Long closedIn,

        @Schema(description = "The reason given for the resolution.", nullable = true)
        String resolutionReason,

        @Schema(description = "The subject of the token that resolved it.", nullable = true)
        String resolvedBy) {

    private static final String OPEN = "open";

    /** Masks the headers, which may contain anything. */
    DeadLetterView {
        eventId = kz.qadam.chassis.events.deadletter.DeadLetterView.masked(eventId);
        type = kz.qadam.chassis.events.deadletter.DeadLetterView.masked(type);
        subject = kz.qadam.chassis.events.deadletter.DeadLetterView.masked(subject);
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }
}
