package kz.qadam.enrolment.merges;

import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.enrolments.Effect;
import kz.qadam.enrolment.enrolments.Moves;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge would do; nothing of it was kept. */
@Schema(name = "LearnerMergePreview", description = "What the merge would do; nothing of it was kept.")
record MergePreview(
        @Schema(description = "Always true here.", examples = "true")
        boolean dryRun,

        @Schema(
                description = "accepted, or duplicate where the two are merged already.",
                enumeration = {"accepted", "duplicate"},
                examples = "accepted")
        String status,

        UUID absorbed,
        UUID surviving,

        @Schema(description = "The enrolments that would move.")
        List<Moves.Place> enrolments,

        Effect effect) {}
