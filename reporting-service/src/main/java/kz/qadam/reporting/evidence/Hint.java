package kz.qadam.reporting.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pattern that is worth a look. */
@Schema(
        description =
                "A pattern that is worth a look. It proves nothing: a file makes a flood, and a holiday course a spike.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hint(
        @Schema(
                description = "same-second: many completions of an institution for one course and day were recorded in"
                        + " the same second; after-withdrawal: completed after the learner had withdrawn;"
                        + " many-institutions: one person completed something at many institutions on one day;"
                        + " month-end: an institution's month lies on its last day.",
                enumeration = {"same-second", "after-withdrawal", "many-institutions", "month-end"})
        String kind,

        String institution,
        String course,
        UUID learnerId,
        LocalDate day,
        Instant second,

        @Schema(description = "How many records it is made of.")
        long count,

        @Schema(description = "The completions; at most 100 of them.")
        List<UUID> completionIds) {

    /** The hints of a month. */
    @Schema(description = "The hints of a month, by what was known at an instant.")
    record All(
            Instant asOf,
            LocalDate on,
            long figureVersion,
            @Schema(examples = "2026-05") String month,

            @Schema(description = "At most 1000 of each kind.")
            List<Hint> hints) {}
}
