package kz.qadam.reporting.audit.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An implausible pattern that an auditor should check. */
@Schema(
        description =
                "An implausible pattern that an auditor should check. It proves nothing: a file that is sent at once,"
                        + " or a course in the holidays, makes such patterns too.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hint(
        @Schema(
                description = "same-second: many completions of an institution for one course and day were recorded in"
                        + " the same second; after-withdrawal: a course was completed after the learner had withdrawn;"
                        + " many-institutions: one person completed courses at many institutions on one day;"
                        + " month-end: at least half (monthEndShare) of the completions of an institution in the month"
                        + " are dated on its last day.",
                enumeration = {"same-second", "after-withdrawal", "many-institutions", "month-end"})
        String kind,

        String institution,
        String course,
        UUID learnerId,
        LocalDate day,
        Instant second,

        @Schema(description = "How many completions make up the pattern.")
        long count,

        @Schema(description = "The completions of the pattern; at most 100.")
        List<UUID> completionIds,

        @Schema(description = "The learner of each of these completions; absent if learnerId names the only one.")
        List<UUID> learnerIds) {

    /** The hints of a month. */
    @Schema(description = "The hints of a month, as known at an instant.")
    record All(
            Instant asOf,
            LocalDate on,
            long figureVersion,
            @Schema(examples = "2026-05") String month,

            @Schema(description = "At most 1000 of each kind.")
            List<Hint> hints) {}
}
