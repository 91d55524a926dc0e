package kz.qadam.enrolment.merges;

import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.enrolments.Effect;
import kz.qadam.enrolment.enrolments.SplitEnrolments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a dry run of a split: nothing was kept. */
@Schema(name = "LearnerSplitPreview", description = "The result of a dry run of a split: nothing was kept.")
record SplitPreview(
        @Schema(description = "Always true in this answer.", examples = "true")
        boolean dryRun,

        @Schema(
                description = "accepted, or duplicate if the same split was made before.",
                enumeration = {"accepted", "duplicate"},
                examples = "accepted")
        String status,

        UUID absorbed,
        UUID surviving,

        @Schema(description = "The enrolments of both learners, in the order of their ids.")
        List<SplitEnrolments.Divided> enrolments,

        @Schema(description = "The learners who were absorbed by the absorbed one, and follow it.")
        List<UUID> follow,

        Effect effect) {

    /** @throws kz.qadam.chassis.http.problem.Problem if the split is refused */
    static SplitPreview of(Splits.Result result) {
        Split split = result.outcome().view();
        return new SplitPreview(
                true,
                result.outcome().verdict(),
                split.absorbed(),
                split.surviving(),
                result.enrolments().all(),
                result.follow(),
                result.enrolments().moves().effect());
    }
}
