package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.qadam.chassis.batch.BatchAnswer;
import kz.qadam.chassis.batch.BatchQuery;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.security.ManyItems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a batch would do: the verdicts as they would be, each completion, and the effect of all together. */
@Schema(name = "DryRunBatch", description = "The verdicts as they would be, and what they would do. Nothing was kept.")
public record DryRunBatch(
        @JsonUnwrapped BatchAnswer answer,

        @Schema(description = "Each completion as it would be; of rejected items there is none.")
        List<Foretold> completions,

        @Schema(description = "What all of them together would do.")
        Effect effect)
        implements ManyItems {

    /** A completion as an item would leave it. */
    @Schema(name = "DryRunItem")
    public record Foretold(
            @Schema(description = "The item's place in the batch, from 0.")
            int index,

            CompletionView completion) {}

    static DryRunBatch of(Terms terms, List<Item> items, Foreseen foreseen, Function<Item, String> reference) {
        return new DryRunBatch(
                BatchAnswer.of(terms, items, foreseen.outcomes(), reference, view -> Map.of()),
                IntStream.range(0, items.size())
                        .mapToObj(i ->
                                new Foretold(i, DryRun.view(foreseen.outcomes().get(i))))
                        .filter(one -> one.completion() != null)
                        .toList(),
                foreseen.effect());
    }

    @Override
    public int received() {
        return answer.received();
    }

    /** The table with its verdicts for whoever asked for one, else all of it. */
    Object as(BatchQuery query) {
        return query.wantsTable() ? answer : this;
    }
}
