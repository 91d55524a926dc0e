package kz.qadam.chassis.submissions.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import org.jdbi.v3.core.Handle;

/**
 * One kind of submission. The domain implements how an item is read and recorded; {@link Submissions} uses it for
 * single items, batches, dry runs and imports.
 *
 * @param <P> the record of an item
 * @param <V> the view of a recorded resource
 * @param <E> the effect of recording, as shown by a dry run
 */
public interface SubmissionKind<P, V, E> {

    /**
     * The result of recording items, also of a dry run, which keeps nothing.
     *
     * @param outcomes the outcome of each item, in their order
     * @param effect the effect of the items that are kept, or would be; null if it was not requested
     */
    record Result<V, E>(List<Outcome<V>> outcomes, E effect) {}

    /** The name in the database, in metrics and in the names of threads; it never changes. */
    String name();

    /** The address of the recorded resources, such as {@code /v1/things/}; their id follows. */
    String location();

    /** The path for files of this kind, such as {@code /v1/thing-imports}; empty if files are not accepted. */
    default Optional<String> importPath() {
        return Optional.empty();
    }

    /** The path of the page from which people send such files; empty if there is none. */
    default Optional<String> uploadPath() {
        return Optional.empty();
    }

    /** The columns that a table of this kind may have. */
    Columns columns();

    /** The verdicts on kept items, in the order in which answers count them. */
    List<String> keptVerdicts();

    /**
     * Reads an item.
     *
     * @param trace the traceparent of the request, or null
     */
    ParsedItem<P> read(Item item, Submitter submitter, String trace);

    /**
     * Records items in this transaction. A rejected item only affects its own outcome.
     *
     * @param isDryRun whether nothing will be kept: then the effect is requested, and nobody is said to be blocked
     */
    Result<V, E> record(Handle transaction, List<ParsedItem<P>> items, boolean isDryRun);

    /** Called after the commit with the outcomes of the items. */
    default void committed(List<Outcome<V>> outcomes) {}

    /**
     * The total effect of several parts that were recorded one after the other; for no parts, the effect of no items.
     */
    E total(List<E> effects);

    /** The reference under which an item was kept that came without one: it was derived. */
    default String derivedReference(V view) {
        return null;
    }

    /** The additional members of the verdict on a kept item. */
    default Map<String, Object> details(V view) {
        return Map.of();
    }

    /**
     * The answer to a dry run of a single item.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if the item would be rejected
     */
    Object preview(Result<V, E> result);

    /**
     * The answer to a dry run of a batch.
     *
     * @param verdicts the verdicts that the batch would get
     * @param asTable whether the answer is written as a table
     */
    default Object preview(Result<V, E> result, BatchAnswer verdicts, boolean asTable) {
        return verdicts.with(result.effect());
    }
}
