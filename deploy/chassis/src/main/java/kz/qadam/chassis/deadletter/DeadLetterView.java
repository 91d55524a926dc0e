package kz.qadam.chassis.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.chassis.numbers.PersonalNumber;
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

    static DeadLetterView of(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new DeadLetterView(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                masked(row.getString("event_id")),
                masked(row.getString("event_type")),
                masked(row.getString("subject")),
                row.getString("reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                outcome == null ? "open" : outcome,
                row.getString("resolution_reason"),
                row.getString("resolved_by"));
    }

    /** Masks digits that may be a person's identification number: an unread header may contain anything. */
    public static String masked(String header) {
        return header == null
                ? null
                : PersonalNumber.masked(DIGITS.matcher(header).replaceAll("************"));
    }

    boolean isOpen() {
        return resolvedBy == null;
    }
}
