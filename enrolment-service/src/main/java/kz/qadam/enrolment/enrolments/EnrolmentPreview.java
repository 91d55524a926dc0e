package kz.qadam.enrolment.enrolments;

import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a dry run: nothing was kept. */
@Schema(name = "EnrolmentPreview", description = "The result of a dry run: nothing was kept.")
record EnrolmentPreview(
        @Schema(description = "Always true in this answer.", examples = "true")
        boolean dryRun,

        @Schema(
                description = "accepted, or duplicate if the same was sent before.",
                enumeration = {"accepted", "duplicate"},
                examples = "accepted")
        String status,

        @Schema(description = "The enrolment as it would be. A new one has neither id nor learnerId.")
        EnrolmentView enrolment,

        Effect effect) {

    /** @throws Problem if the submission would be refused */
    static EnrolmentPreview of(SubmissionKind.Result<EnrolmentView, Effect> result) {
        Outcome<EnrolmentView> outcome = result.outcomes().get(0);
        return new EnrolmentPreview(true, outcome.verdict(), outcome.view(), result.effect());
    }

    /** Removes the ids of a new enrolment: the learnerId in two dry runs would reveal whether the person is known. */
    EnrolmentPreview withoutNewIds() {
        return status.equals("accepted") ? new EnrolmentPreview(dryRun, status, enrolment.withoutIds(), effect) : this;
    }
}
