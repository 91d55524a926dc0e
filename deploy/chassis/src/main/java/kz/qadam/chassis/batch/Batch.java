package kz.qadam.chassis.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.Row;
import kz.qadam.chassis.table.Rows;

/**
 * Splits a body into items. What can be split is never refused as a whole: a broken item carries its own fault, so that
 * the others can be kept.
 */
@ApplicationScoped
public class Batch {

    public static final String NDJSON = Rows.NDJSON;
    public static final String CSV = Rows.CSV;
    public static final String XLSX = Rows.XLSX;
    public static final int MOST_ITEMS = 10_000;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Items items;
    private final JsonArray array;

    Batch(Items items, JsonArray array) {
        this.items = items;
        this.array = array;
    }

    /** One item by itself. Malformed JSON is the item's fault. */
    public Item single(byte[] body) {
        return items.single(bounded(body));
    }

    /**
     * The items of a JSON array, of NDJSON or of a table with these columns.
     *
     * @throws Problem 400 if it cannot be split or holds nothing, 413 if it holds too much, 415 for another type or
     *     encoding
     */
    public List<Item> items(byte[] body, MediaType type, Columns columns) {
        if (Rows.nameOf(type).equals(MediaType.APPLICATION_JSON)) {
            return items(array.rows(bounded(body)).iterator(), Layout.JSON, columns);
        }
        try (Rows rows = Rows.of(new ByteArrayInputStream(bounded(body)), type, columns)) {
            return items(rows, rows.layout(), columns);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private List<Item> items(Iterator<Row> rows, Layout layout, Columns columns) {
        List<Item> read = new ArrayList<>();
        while (rows.hasNext()) {
            if (read.size() == MOST_ITEMS) {
                throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/items", MOST_ITEMS));
            }
            read.add(items.item(rows.next(), layout, columns, read.size()));
        }
        return read;
    }

    private static byte[] bounded(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/bytes", "10 MiB"));
        }
        return body;
    }
}
