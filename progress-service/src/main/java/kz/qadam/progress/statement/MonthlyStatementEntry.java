package kz.qadam.progress.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of a statement: a completion began to count, ceased to count, or counts differently. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "StatementEntry",
        description = "A completion that began to count, ceased to count, or counts differently than before.")
public record MonthlyStatementEntry(
        @Schema(examples = "C-2026-0001") String reference,
        UUID id,

        @Schema(description = "The version of the completion after this change.", examples = "2")
        int version,

        Instant at,
        @Schema(examples = "corrected") String cause,

        @Schema(description = "The reason given with a correction or a revocation.")
        String reason,

        @Schema(description = "By how much it changes the balance: 1, 0 or -1.", examples = "-1")
        int effect,

        @Schema(description = "Absent for a new completion.")
        Side before,

        Side after) {

    /** The state of a completion before or after. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StatementSide")
    public record Side(
            @Schema(examples = "accepted") String status,
            @Schema(examples = "outside-programme") String because,
            boolean counts,
            @Schema(examples = "E-2026-0001") String enrolment,
            @Schema(examples = "2026-05-31") LocalDate completedOn,
            @Schema(examples = "AI-101") String course,
            @Schema(examples = "pupils") String cohort,
            @Schema(examples = "KZ-75") String region) {}

    static MonthlyStatementEntry of(
            String reference, UUID id, int version, Instant at, String cause, String reason, Side before, Side after) {
        int effect = (after.counts() ? 1 : 0) - (before != null && before.counts() ? 1 : 0);
        return new MonthlyStatementEntry(reference, id, version, at, cause, reason, effect, before, after);
    }

    Kind kind() {
        return Kind.of(cause);
    }

    /** The number of the statement to which an entry belongs. */
    enum Kind {
        /** The completion was reported, or its enrolment became known. */
        RECORDED,
        REVOKED,
        /** The completion or its enrolment was corrected, or the programme's days were moved. */
        CORRECTED;

        static Kind of(String cause) {
            return switch (cause) {
                case "reported", "enrolment-known" -> RECORDED;
                case "revoked" -> REVOKED;
                default -> CORRECTED;
            };
        }
    }
}
