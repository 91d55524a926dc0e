package kz.qadam.progress.completion;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.batch.BatchAnswer;
import kz.qadam.chassis.batch.BatchQuery;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.table.Columns;

/** A batch about completions, as it was read. */
record SentBatch<P>(BatchQuery query, Terms terms, List<Item> items, List<Reading<P>> readings) {

    static <P> SentBatch<P> of(
            BatchQuery query, Batch batch, byte[] body, Columns columns, Function<Item, Reading<P>> read) {
        Terms terms = query.terms();
        List<Item> items = batch.items(body, query.mediaType(), columns);
        return new SentBatch<>(query, terms, items, items.stream().map(read).toList());
    }

    /**
     * What became of it; or, in a dry run, what would.
     *
     * @param more what the verdict on a kept item says beside the usual
     */
    Object answer(
            BiFunction<List<Reading<P>>, Terms, Foreseen> foresee,
            BiFunction<List<Reading<P>>, Terms, List<Outcome<CompletionView>>> take,
            Function<CompletionView, Map<String, Object>> more) {
        return terms.dryRun()
                ? DryRunBatch.of(terms, items, foresee.apply(readings, terms), this::reference)
                        .as(query)
                : BatchAnswer.of(terms, items, take.apply(readings, terms), this::reference, more);
    }

    private String reference(Item item) {
        return readings.get(item.index()).reference();
    }
}
