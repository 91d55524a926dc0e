package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** RFC 4180 as people's programs write it: comma, semicolon or tab, any line ends, columns by name. */
final class Csv {

    private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{5})\\p{L}[\\p{L}0-9 _.-]{0,49}");

    private Csv() {}

    static List<Item> rows(String text, Columns columns, JsonNodeFactory nodes) {
        List<Item> items = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw Batch.unreadable("empty/header");
            }
            List<String> header = header(records.next(), columns);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    items.add(new Item(
                            items.size(), (int) row.getStartingLineNumber(), fields(row, header, columns, nodes)));
                }
            }
            return items;
        } catch (CsvParseException e) {
            throw Batch.unreadable("malformed/csv");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    /** The one of the three that the header row holds most of. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> header(CsvRecord record, Columns columns) {
        List<String> names = record.getFields().stream().map(String::strip).toList();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.startsWith("_")) {
                continue;
            }
            if (!columns.names().contains(name)) {
                faults.add(unknown(name, columns));
            } else if (!seen.add(name)) {
                faults.add(column(name, "doubled-column", name));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.INVALID_REQUEST, faults);
        }
        return names;
    }

    /** Where the header row was forgotten, the first row of data stands in its place: that is not repeated. */
    private static Fault unknown(String name, Columns columns) {
        String known = String.join(", ", columns.names());
        return NAME.matcher(name).matches()
                ? column(name, "unknown-column", name, known)
                : column(null, "unknown-column/no-name", known);
    }

    private static Fields fields(CsvRecord row, List<String> header, Columns columns, JsonNodeFactory nodes) {
        ObjectNode item = nodes.objectNode();
        List<String> cells = row.getFields();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (i >= header.size()) {
                if (!cell.isEmpty()) {
                    return Fields.unreadable(column(null, "too-many-cells"));
                }
            } else if (!cell.isEmpty() && !header.get(i).startsWith("_")) {
                put(item, columns.pointer(header.get(i)).substring(1).split("/"), cell);
            }
        }
        return Fields.ofRow(item, columns);
    }

    private static void put(ObjectNode item, String[] path, String cell) {
        ObjectNode at = item;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.withObjectProperty(path[i]);
        }
        at.put(path[path.length - 1], cell);
    }

    private static Fault column(String column, String key, Object... arguments) {
        return new Fault(null, null, column, Text.of(key, arguments));
    }
}
