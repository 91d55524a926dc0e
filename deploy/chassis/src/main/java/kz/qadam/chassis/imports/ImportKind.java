package kz.qadam.chassis.imports;

import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.security.Sender;
import kz.qadam.chassis.table.Columns;
import org.jdbi.v3.core.Handle;

/** Something that a service takes in by the large file. Where there is none, nothing of this package does anything. */
public interface ImportKind<V> {

    /** What it is called in the database, for ever. */
    String name();

    /** Where such files are sent, such as {@code /v1/thing-imports}. */
    String path();

    /** Those that a table may have. */
    Columns columns();

    /**
     * Takes items in this transaction, as it takes those of a batch. One that cannot be kept is refused by itself.
     *
     * @param trace the traceparent of the request that sent them, or null
     * @return what became of each, in their order
     */
    List<Outcome<V>> take(Handle transaction, List<Item> items, Sender sender, String trace);

    /** Is called after the commit. */
    void told(List<Outcome<V>> outcomes);

    /**
     * Why a text, such as a file's name, may not be kept and shown.
     *
     * @param name of the parameter that holds it
     */
    Optional<Text> objection(String name, String text);
}
