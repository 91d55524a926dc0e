package kz.qadam.chassis.submissions.submission;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Submitter;

/**
 * An item that was read as a record, with its faults.
 *
 * @param content the record; a member that could not be read is null, and its fault is in the item's fields
 * @param actingFor the code for which the item is recorded: the submitter's own, or the one that the office names; null
 *     if it could not be read
 * @param reference the submitter's own reference, which answers repeat; null if it could not be read
 * @param problem why it is rejected, if this is known before it is recorded
 * @param trace the traceparent of the request, or null
 */
public record ParsedItem<P>(
        Item item,
        P content,
        Submitter submitter,
        String actingFor,
        String reference,
        Optional<Problem> problem,
        String trace) {

    public ItemFields fields() {
        return item.fields();
    }

    /** The same item with other content, under another reference. */
    public ParsedItem<P> as(P other, String otherReference) {
        return new ParsedItem<>(item, other, submitter, actingFor, otherReference, problem, trace);
    }

    /** The same item, rejected for this reason. */
    public ParsedItem<P> rejected(Problem why) {
        return new ParsedItem<>(item, content, submitter, actingFor, reference, Optional.of(why), trace);
    }

    /** Rejected with its problem, if it has one; otherwise what recording it leads to. */
    public <V> Outcome<V> outcome(Supplier<Outcome<V>> recording) {
        return problem.<Outcome<V>>map(Outcome.Rejected::new).orElseGet(recording);
    }

    /** The trace for the common effect of several items: that of the first item that has one. */
    public static String traceOf(List<? extends ParsedItem<?>> items) {
        return items.stream()
                .map(ParsedItem::trace)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
