package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;

/** Turns rows of any format into items, so that the same code reads a table row and a JSON object. */
@ApplicationScoped
public class Items {

    private final ObjectReader json;

    Items(ObjectMapper json) {
        this.json = json.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Reads a body with a single item. Malformed JSON is a fault of the item. */
    Item single(byte[] body) {
        return new Item(0, null, null, null, fields(() -> json.readTree(body), 1, RemainingFaults.ofOneItem()));
    }

    /** The item of a row. Its fields collect the faults of the row itself. */
    public Item item(Row row, Layout layout, Columns columns, int index) {
        return item(row, layout, columns, index, RemainingFaults.ofOneItem());
    }

    /** The same, with an allowance that several items share. */
    Item item(Row row, Layout layout, Columns columns, int index, RemainingFaults allowance) {
        return new Item(
                index,
                row,
                layout,
                columns,
                layout.isTable()
                        ? fields(row.cells(), layout, columns, allowance)
                        : fields(() -> json.readTree(row.json()), Math.max(1, row.line()), allowance));
    }

    private ItemFields fields(List<String> cells, Layout layout, Columns columns, RemainingFaults allowance) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = Row.stripped(cells.get(i));
            if (i >= layout.header().size()) {
                if (!cell.isEmpty()) {
                    return ItemFields.unreadable(new Fault(null, null, null, Message.of("too-many-cells")));
                }
            } else if (!cell.isEmpty()
                    && columns.names().contains(layout.header().get(i))) {
                put(item, columns.pointer(layout.header().get(i)).substring(1).split("/"), cell);
            }
        }
        return ItemFields.ofRow(item, columns, layout.header(), allowance);
    }

    private static void put(ObjectNode item, String[] path, String cell) {
        ObjectNode at = item;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.withObjectProperty(path[i]);
        }
        at.put(path[path.length - 1], cell);
    }

    private interface Json {

        JsonNode read() throws IOException;
    }

    private ItemFields fields(Json text, int line, RemainingFaults allowance) {
        try {
            return text.read() instanceof ObjectNode object
                    ? ItemFields.ofJson(object, allowance)
                    : ItemFields.unreadable(Fault.at("", "wrong-type/item"));
        } catch (JsonProcessingException e) {
            return ItemFields.unreadable(malformed(e, line));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    /** @param line the line on which the JSON begins */
    static Fault malformed(JsonProcessingException e, int line) {
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return Fault.at("", "malformed/doubled");
        }
        return e.getLocation() == null
                ? Fault.at("", "malformed")
                : Fault.at(
                        "",
                        "malformed/at",
                        e.getLocation().getLineNr() + line - 1,
                        e.getLocation().getColumnNr());
    }
}
