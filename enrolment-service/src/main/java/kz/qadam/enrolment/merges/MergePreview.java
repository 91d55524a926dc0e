package kz.qadam.enrolment.merges;

import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.enrolments.Effect;
import kz.qadam.enrolment.enrolments.MovedEnrolments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a dry run of a merge: nothing was kept. */
@Schema(name = "LearnerMergePreview", description = "The result of a dry run of a merge: nothing was kept.")
record MergePreview(
        @Schema(description = "Always true in this answer.", examples = "true")
        boolean dryRun,

        @Schema(
                description = "accepted, or duplicate if the two were merged before.",
                enumeration = {"accepted", "duplicate"},
                examples = "accepted")
        String status,

        UUID absorbed,
        UUID surviving,

        @Schema(description = "The enrolments that would move.")
        List<MovedEnrolments.Group> enrolments,

        Effect effect) {

    /** @throws kz.qadam.chassis.http.problem.Problem if the merge is refused */
    static MergePreview of(Merges.Result result) {
        Merge merge = result.outcome().view();
        return new MergePreview(
                true,
                result.outcome().verdict(),
                merge.absorbed(),
                merge.surviving(),
                result.moves().groups(),
                result.moves().effect());
    }
}
