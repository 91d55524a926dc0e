package kz.qadam.progress.completion;

import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a single item would do. */
@Schema(name = "DryRun", description = "The effect that the item would have. Nothing was kept.")
public record CompletionPreview(
        @Schema(description = "Always true.") boolean dryRun,

        @Schema(
                description = "The verdict that a batch would have.",
                enumeration = {"accepted", "pending", "refused", "duplicate"})
        String status,

        @Schema(description = "The completion as it would be; a new one has no id yet.")
        CompletionView completion,

        Effect effect) {

    /**
     * The answer for a single item.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if the item would be rejected
     */
    static CompletionPreview of(SubmissionKind.Result<CompletionView, Effect> result) {
        Outcome<CompletionView> outcome = result.outcomes().get(0);
        if (outcome instanceof Outcome.Rejected<CompletionView> rejected) {
            throw rejected.problem();
        }
        return new CompletionPreview(true, outcome.verdict(), view(outcome), result.effect());
    }

    /** The completion as the item would leave it; null if the item would be rejected. */
    static CompletionView view(Outcome<CompletionView> outcome) {
        if (outcome instanceof Outcome.Kept<CompletionView> kept) {
            return kept.httpStatus() == 201 ? kept.view().withoutId() : kept.view();
        }
        return outcome instanceof Outcome.Repeated<CompletionView> repeated ? repeated.view() : null;
    }
}
