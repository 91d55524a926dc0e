package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.body.BodyReservationUpdate;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.http.table.SentText;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;

/**
 * Splits a body into items. A body that can be split is never refused as a whole: a broken item carries its own fault,
 * so that the others can be kept.
 */
@ApplicationScoped
public class Batch {

    public static final String NDJSON = BodyRows.NDJSON;
    public static final String CSV = BodyRows.CSV;
    public static final String XLSX = BodyRows.XLSX;
    public static final int MOST_ITEMS = 10_000;
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Items items;
    private final JsonFactory json;
    private final BodyReservationUpdate bodies;

    Batch(Items items, ObjectMapper json, BodyReservationUpdate bodies) {
        this.items = items;
        this.json = json.getFactory();
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
        if (BodyRows.nameOf(type).equals(MediaType.APPLICATION_JSON)) {
            return items(elements(bounded(body)).iterator(), Layout.JSON, columns, body.length);
        }
        try (BodyRows rows = BodyRows.of(new ByteArrayInputStream(bounded(body)), type, columns)) {
            return items(rows, rows.layout(), columns, body.length);
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    /**
     * The items of a table that another system has made.
     *
     * @throws Problem as above; 415 also for what is not a table
     */
    public Translated items(byte[] body, MediaType type, Columns columns, TableTranslator translator) {
        try (BodyRows rows =
                BodyRows.translated(new ByteArrayInputStream(bounded(body)), type, translator, UnpackingLimits.BATCH)) {
            List<Item> items = items(rows, rows.layout(), columns, body.length);
            return new Translated(items, rows.leftOut());
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    /**
     * The items of a translated table.
     *
     * @param leftOut how many rows were left out
     */
    public record Translated(List<Item> items, int leftOut) {}

    private List<Item> items(Iterator<Row> rows, Layout layout, Columns columns, int bytes) {
        List<Item> read = new ArrayList<>();
        var size = new BatchSizeLimit(bytes, bodies::reserveUnpacked);
        var faults = RemainingFaults.ofBody();
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

    /**
     * The elements of a JSON array. Only their bounds are found here, so that an element with a fault does not affect
     * the others.
     */
    private List<Row> elements(byte[] body) {
        List<Row> elements = new ArrayList<>();
        StringWriter written = new StringWriter(body.length);
        try (SentText sent = new SentText(new ByteArrayInputStream(body))) {
            sent.transferTo(written);
            String text = written.toString();
            JsonParser parser = json.createParser(text);
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Problem.unreadable("wrong-type/batch");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (elements.size() == MOST_ITEMS) {
                    throw tooManyItems();
                }
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getCharOffset();
                elements.add(Row.ofJson(0, text.substring(from, to)));
            }
            if (parser.nextToken() != null) {
                throw Problem.unreadable("malformed/trailing");
            }
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.INVALID_REQUEST, Items.malformed(e, 1));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
        if (elements.isEmpty()) {
            throw Problem.unreadable("empty");
        }
        return elements;
    }

    private static Problem tooManyItems() {
        return new Problem(ProblemType.TOO_LARGE, Message.of("too-large/items", MOST_ITEMS));
    }

    private static byte[] bounded(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/bytes", "10 MiB"));
        }
        return body;
    }
}
