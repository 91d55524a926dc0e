package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.security.CountsItems;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.SubmissionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a batch would do: the verdict on each item, each completion as it would be, and the effect of all items
 * together.
 */
@Schema(name = "DryRunBatch", description = "The verdicts and effects that the batch would have. Nothing was kept.")
public record DryRunBatchView(
        @JsonUnwrapped BatchAnswer answer,

        @Schema(description = "Each completion as it would be; rejected items have none.")
        List<Preview> completions,

        @Schema(description = "The effect of all items together.")
        Effect effect)
        implements CountsItems {

    /** A completion as an item of the batch would leave it. */
    @Schema(name = "DryRunItem")
    public record Preview(
            @Schema(description = "The item's place in the batch, from 0.")
            int index,

            CompletionView completion) {}

    static DryRunBatchView of(SubmissionKind.Result<CompletionView, Effect> result, BatchAnswer verdicts) {
        return new DryRunBatchView(
                verdicts,
                IntStream.range(0, verdicts.received())
                        .mapToObj(i -> new Preview(
                                i, CompletionPreview.view(result.outcomes().get(i))))
                        .filter(one -> one.completion() != null)
                        .toList(),
                result.effect());
    }

    @Override
    public int received() {
        return answer.received();
    }
}
