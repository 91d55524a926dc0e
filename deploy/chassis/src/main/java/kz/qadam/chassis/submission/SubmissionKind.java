package kz.qadam.chassis.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.table.Columns;
import org.jdbi.v3.core.Handle;

/**
 * One kind of thing that is submitted. The domain says how an item is read and recorded; {@link Submissions} does this for
 * single items, batches, dry runs and imports.
 *
 * @param <P> what an item says
 * @param <V> how a recorded thing is shown
 * @param <E> what recording changes elsewhere, as a dry run tells it
 */
public interface SubmissionKind<P, V, E> {

    /** What it is called in the database, in metrics and in the names of threads, for ever. */
    String name();

    /** Where the recorded things are, such as {@code /v1/things/}; their id follows. */
    String location();

    /** Where files of them are imported, such as {@code /v1/thing-imports}; empty if they are not. */
    default Optional<String> importPath() {
        return Optional.empty();
    }

    /** The columns that a table of them may have. */
    Columns columns();

    /** The verdicts on items that are kept, in the order in which answers count them. */
    List<String> keptVerdicts();

    /**
     * Reads an item.
     *
     * @param trace the traceparent of the request, or null
     */
    ParsedItem<P> read(Item item, Submitter submitter, String trace);

    /**
     * Records items in this transaction; what is wrong with one is its outcome, and hinders no other.
     *
     * @param withEffect whether the effect is asked for
     */
    Recorded<V, E> record(Handle transaction, List<ParsedItem<P>> items, boolean withEffect);

    /** Is called after the commit of what became of some items. */
    void committed(List<Outcome<V>> outcomes);

    /** What several parts, which were recorded one after the other, do together. Of no parts: the effect of nothing. */
    E total(List<E> effects);

    /** What the verdict on a kept item says in addition to the usual. */
    default Map<String, Object> details(V view) {
        return Map.of();
    }

    /**
     * How a dry run of a single item is answered.
     *
     * @throws kz.qadam.chassis.problem.Problem if it would be rejected
     */
    Object preview(DryRunResult<V, E> result);

    /**
     * How a dry run of a batch is answered.
     *
     * @param verdicts those that the batch would get
     * @param asTable whether the answer is written as a table
     */
    default Object preview(DryRunResult<V, E> result, BatchAnswer verdicts, boolean asTable) {
        return verdicts.with(result.effect());
    }
}
