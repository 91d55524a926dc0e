package kz.qadam.reporting.intake.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** The dead letter as known at a batch: a later resolution is left out. */
    static DeadLetterView at(long batch, ResultSet row) throws SQLException {
        boolean closed = row.getLong("closed") <= batch;
        return new DeadLetterView(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                kz.qadam.chassis.deadletter.DeadLetterView.masked(row.getString("event_id")),
                kz.qadam.chassis.deadletter.DeadLetterView.masked(row.getString("event_type")),
                kz.qadam.chassis.deadletter.DeadLetterView.masked(row.getString("subject")),
                row.getString("unread_because"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                closed ? row.getString("outcome") : OPEN,
                row.getLong("opened"),
                closed ? (Long) row.getLong("closed") : null,
                closed ? row.getString("reason") : null,
                closed ? row.getString("resolved_by") : null);
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }
}
