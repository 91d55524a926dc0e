package kz.qadam.chassis.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * Splits a body into items. What can be split is never refused as a whole: a broken item carries its own fault, so that
 * the others can be kept.
 */
@ApplicationScoped
public class Batch {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";
    public static final int MOST_ITEMS = 10_000;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final ObjectMapper json;

    Batch(ObjectMapper json) {
        this.json = json;
    }

    /** One item by itself. Malformed JSON is the item's fault. */
    public Item single(byte[] body) {
        return new Item(0, null, fields(bounded(body), 0, body.length));
    }

    /**
     * The items of a JSON array, of NDJSON or of a CSV with these columns.
     *
     * @throws Problem 400 if it cannot be split or holds nothing, 413 if it holds too much, 415 for another type or
     *     encoding
     */
    public List<Item> items(byte[] body, MediaType type, Columns columns) {
        Utf8.text(bounded(body));
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        List<Item> items = switch (name) {
            case MediaType.APPLICATION_JSON -> array(body);
            case NDJSON -> lines(body);
            case CSV -> Csv.rows(Utf8.text(body), columns, json.getNodeFactory());
            default -> throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        };
        if (items.isEmpty()) {
            throw unreadable("empty");
        }
        if (items.size() > MOST_ITEMS) {
            throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/items", items.size(), MOST_ITEMS));
        }
        return items;
    }

    static Problem unreadable(String key, Object... arguments) {
        return new Problem(ProblemType.INVALID_REQUEST, Fault.at("", key, arguments));
    }

    private static byte[] bounded(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/bytes", "10 MiB"));
        }
        return body;
    }

    /** First only the bounds of the elements, so that one that breaks a rule of JSON's use cannot spoil the others. */
    private List<Item> array(byte[] body) {
        List<Item> items = new ArrayList<>();
        int start = Utf8.afterMark(body);
        try (JsonParser parser = json.getFactory().createParser(body, start, body.length - start)) {
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable("wrong-type/batch");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = start + (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = start + (int) parser.currentLocation().getByteOffset();
                items.add(new Item(items.size(), null, fields(body, from, to - from)));
            }
            if (parser.nextToken() != null) {
                throw unreadable("malformed/trailing");
            }
            return items;
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.INVALID_REQUEST, malformed(e));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private List<Item> lines(byte[] body) {
        List<Item> items = new ArrayList<>();
        int from = Utf8.afterMark(body);
        for (int line = 1; from < body.length; line++) {
            int to = from;
            while (to < body.length && body[to] != '\n') {
                to++;
            }
            if (!new String(body, from, to - from, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                items.add(new Item(items.size(), line, fields(body, from, to - from)));
            }
            from = to + 1;
        }
        return items;
    }

    private Fields fields(byte[] body, int from, int length) {
        try {
            JsonNode node = json.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(body, from, length);
            return node instanceof ObjectNode object
                    ? Fields.ofJson(object)
                    : Fields.unreadable(Fault.at("", "wrong-type/item"));
        } catch (JsonProcessingException e) {
            return Fields.unreadable(malformed(e));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private static Fault malformed(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return Fault.at("", "malformed/doubled");
        }
        return e.getLocation() == null
                ? Fault.at("", "malformed")
                : Fault.at(
                        "",
                        "malformed/at",
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr());
    }
}
