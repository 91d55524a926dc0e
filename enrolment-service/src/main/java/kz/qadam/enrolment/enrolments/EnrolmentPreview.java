package kz.qadam.enrolment.enrolments;

import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.submission.DryRunResult;
import kz.qadam.chassis.submission.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a post would do; nothing of it was kept. */
@Schema(name = "EnrolmentPreview", description = "What the post would do; nothing of it was kept.")
record EnrolmentPreview(
        @Schema(description = "Always true here.", examples = "true")
        boolean dryRun,

        @Schema(
                description = "accepted, or duplicate where the same was sent before.",
                enumeration = {"accepted", "duplicate"},
                examples = "accepted")
        String status,

        @Schema(description = "As it would be. One that would be new has neither id nor learnerId.")
        EnrolmentView enrolment,

        Effect effect) {

    /** @throws Problem if it would be refused */
    static EnrolmentPreview of(DryRunResult<EnrolmentView, Effect> result) {
        Outcome<EnrolmentView> outcome = result.outcomes().get(0);
        Effect effect = result.effect();
        if (outcome instanceof Outcome.Kept<EnrolmentView> kept) {
            return new EnrolmentPreview(true, kept.verdict(), kept.view(), effect);
        }
        if (outcome instanceof Outcome.Repeated<EnrolmentView> repeated) {
            return new EnrolmentPreview(true, "duplicate", repeated.view(), effect);
        }
        throw ((Outcome.Rejected<EnrolmentView>) outcome).problem();
    }

    /** That of a new one: an id that comes again would tell that the person is known, one that does not, that it is not. */
    EnrolmentPreview withoutNewIds() {
        return status.equals("accepted") ? new EnrolmentPreview(dryRun, status, enrolment.withoutIds(), effect) : this;
    }
}
