package kz.qadam.reporting.audit.hint;

import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an auditor has found out about a hint.
 *
 * @param reason null if the learner is erased
 * @param count how many completions made up the hint then
 */
@Schema(name = "HintSettlement", description = "What an auditor has found out about a hint.")
record HintSettlement(
        HintSettlementPost.Outcome outcome,

        @Schema(nullable = true, description = "Null if the learner is erased.")
        String reason,

        @Schema(description = "How many completions made up the hint then; if they are more now, it is open again.")
        long count,

        @Schema(description = "The ETag, without quotes.", examples = "1")
        int version,

        Instant settledAt,
        @Schema(description = "The id of the auditor.") String settledBy) {

    boolean says(HintSettlementPost.Outcome other, String why, long completions) {
        return outcome == other && Objects.equals(reason, why) && count >= completions;
    }
}
