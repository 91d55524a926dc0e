package kz.qadam.chassis.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kz.qadam.chassis.body.CurrentBody;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.Row;
import kz.qadam.chassis.table.Rows;

/**
 * Splits a body into items. A body that can be split is never refused as a whole: a broken item carries its own fault,
 * so that the others can be kept.
 */
@ApplicationScoped
public class Batch {

    public static final String NDJSON = Rows.NDJSON;
    public static final String CSV = Rows.CSV;
    public static final String XLSX = Rows.XLSX;
    public static final int MOST_ITEMS = 10_000;
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Items items;
    private final JsonArray array;
    private final CurrentBody bodies;

    Batch(Items items, JsonArray array, CurrentBody bodies) {
        this.items = items;
        this.array = array;
        this.bodies = bodies;
    }

    /** Reads a body with a single item. Malformed JSON is a fault of the item. */
    public Item single(byte[] body) {
        return items.single(bounded(body));
    }

    /**
     * The items of a JSON array, of NDJSON or of a table with these columns.
     *
     * @throws Problem 400 if the body cannot be split or is empty, 413 if it is too large, 415 for another media type
     *     or encoding
     */
    public List<Item> items(byte[] body, MediaType type, Columns columns) {
        if (Rows.nameOf(type).equals(MediaType.APPLICATION_JSON)) {
            return items(array.rows(bounded(body)).iterator(), Layout.JSON, columns, body.length);
        }
        try (Rows rows = Rows.of(new ByteArrayInputStream(bounded(body)), type, columns)) {
            return items(rows, rows.layout(), columns, body.length);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private List<Item> items(Iterator<Row> rows, Layout layout, Columns columns, int bytes) {
        List<Item> read = new ArrayList<>();
        var size = new BatchSize(bytes, bodies::reserveUnpacked);
        var faults = FaultAllowance.ofBody();
        while (rows.hasNext()) {
            if (read.size() == MOST_ITEMS) {
                throw tooManyItems();
            }
            Row row = rows.next();
            size.add(row);
            read.add(items.item(row, layout, columns, read.size(), faults));
        }
        return read;
    }

    static Problem tooManyItems() {
        return new Problem(ProblemType.TOO_LARGE, Message.of("too-large/items", MOST_ITEMS));
    }

    private static byte[] bounded(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/bytes", "10 MiB"));
        }
        return body;
    }
}
