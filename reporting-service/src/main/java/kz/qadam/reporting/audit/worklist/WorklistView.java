package kz.qadam.reporting.audit.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A worklist, with its result so far. */
@Schema(name = "Worklist", description = "A sample of trained learners to be checked, with the result so far.")
record WorklistView(
        UUID id,
        @Schema(examples = "pupils") String cohort,

        @Schema(nullable = true, description = "The region that it was drawn from; null: the country.")
        String region,

        @Schema(description = "The same seed draws the same sample at the same asOf and on.", examples = "2026-Q2")
        String seed,

        @Schema(description = "How many records were asked for.", examples = "60")
        int size,

        @Schema(description = "How many learners were trained; the records were drawn from them.")
        long total,

        @Schema(description = "It is drawn from what was known at this instant.")
        Instant asOf,

        @Schema(description = "It is drawn from learners who were trained by the end of this local day.")
        LocalDate on,

        long figureVersion,
        Instant drawnAt,

        @Schema(description = "The id of the auditor.") String drawnBy,

        @Schema(nullable = true, description = "When it was closed; null while it is open.")
        Instant closedAt,

        @Schema(nullable = true, description = "The id of the auditor; null while it is open.")
        String closedBy,

        WorklistCounts counts,

        @Schema(nullable = true, description = "Null while nothing is checked.")
        AgreeingShare agreeing) {

    static WorklistView of(Worklist one) {
        return new WorklistView(
                one.id(),
                one.cohort(),
                one.region(),
                one.seed(),
                one.size(),
                one.total(),
                one.asOf(),
                one.onDay(),
                one.batch(),
                one.drawnAt(),
                one.drawnBy(),
                one.closedAt(),
                one.closedBy(),
                one.counts(),
                one.counts().agreeing().orElse(null));
    }
}
