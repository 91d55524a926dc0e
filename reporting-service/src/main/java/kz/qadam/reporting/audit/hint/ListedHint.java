package kz.qadam.reporting.audit.hint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A hint, and what was found out about it.
 *
 * @param settled null if the question is about an instant of the past
 * @param settlement null if nobody has settled it, and also if the question is about an instant of the past
 */
@Schema(name = "ListedHint", description = "A hint, and what was found out about it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedHint(
        @Schema(description = "It is the same in each answer.")
        UUID id,

        @JsonUnwrapped Hint hint,

        @Schema(
                description =
                        "Whether an auditor has settled it and it has not grown since. Absent with asOf: it is as of"
                                + " now.")
        Boolean settled,

        @Schema(description = "What an auditor has found out; absent if nobody has, and with asOf.")
        HintSettlement settlement) {

    static ListedHint of(Hint hint, UUID id, HintSettlement settlement) {
        return new ListedHint(id, hint, settlement != null && settlement.count() >= hint.count(), settlement);
    }

    /** A hint in an answer about the past, which never changes. */
    static ListedHint withoutSettlement(Hint hint, UUID id) {
        return new ListedHint(id, hint, null, null);
    }

    /** The hints of a month. */
    @Schema(name = "HintsOfMonth", description = "The hints of a month, as known at an instant.")
    record All(
            Instant asOf,
            LocalDate on,
            long figureVersion,
            @Schema(examples = "2026-05") String month,

            @Schema(description = "At most 1000 of each kind.")
            List<ListedHint> hints) {}
}
