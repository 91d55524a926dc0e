package kz.qadam.reporting.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.chassis.numbers.PersonalNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter without its content, which nobody could read and which may hold anything. */
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
                description = "superseded: a later state of the same subject could be read.",
                enumeration = {"open", "retried", "discarded", "superseded"})
        String status,

        @Schema(description = "The batch since which figures are provisional because of it.")
        long openedIn,

        @Schema(description = "The batch since which they are no more.", nullable = true)
        Long closedIn,

        @Schema(description = "Why it was resolved so.", nullable = true)
        String resolutionReason,

        @Schema(description = "Who resolved it.", nullable = true)
        String resolvedBy) {

    private static final String OPEN = "open";
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-fA-F-])[0-9]{12}(?![0-9a-fA-F-])");

    /** What closed it after the batch was not known then. */
    static DeadLetterView at(long batch, ResultSet row) throws SQLException {
        boolean closed = row.getLong("closed") <= batch;
        return new DeadLetterView(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                masked(row.getString("event_id")),
                masked(row.getString("event_type")),
                masked(row.getString("subject")),
                row.getString("unread_because"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                closed ? row.getString("outcome") : OPEN,
                row.getLong("opened"),
                closed ? (Long) row.getLong("closed") : null,
                closed ? row.getString("reason") : null,
                closed ? row.getString("resolved_by") : null);
    }

    /** A header can hold anything, as long as nobody has read it: digits that may be somebody's number are not shown. */
    private static String masked(String header) {
        return header == null
                ? null
                : PersonalNumber.masked(DIGITS.matcher(header).replaceAll("************"));
    }

    boolean isOpen() {
        return status.equals(OPEN);
    }
}
