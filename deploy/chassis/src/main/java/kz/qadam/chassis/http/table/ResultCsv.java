package kz.qadam.chassis.http.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.numbers.PersonalNumber;

/**
 * Writes rows as they were sent, each with notes on its outcome, as a CSV that people can correct and send again: the
 * columns of the notes begin with _, so they are skipped when the file is read, and replace those of an earlier answer.
 * The identification number of a person is repeated only in a column that is meant for it; any other cell with such a
 * number is left empty.
 */
public final class ResultCsv implements Closeable {

    /** With this mark, Excel reads the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    // Not the strict mapper for input: refused content must be shown too.
    private static final ObjectReader JSON =
            JsonMapper.builder().build().reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final CsvWriter csv;
    private final Layout layout;
    private final Columns columns;
    private final List<String> header;
    /** The indexes of the sent columns that are repeated. */
    private final int[] repeated;

    /**
     * Writes the header row.
     *
     * @param columns the columns for the members of JSON objects
     * @param notes the names of the notes; each begins with _
     */
    public ResultCsv(OutputStream to, Layout layout, Columns columns, List<String> notes) throws IOException {
        this.layout = layout;
        this.columns = columns;
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder()
                .fieldSeparator(layout.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        this.header = layout.isTable() ? layout.header() : List.copyOf(columns.names());
        this.repeated = IntStream.range(0, header.size())
                .filter(i -> !notes.contains(header.get(i)))
                .toArray();
        csv.writeRecord(withNotes(header, notes));
    }

    /** Writes a row and its notes, in the order of their names. An unreadable JSON object gets empty cells. */
    public void write(Row row, List<String> notes) {
        csv.writeRecord(withNotes(layout.isTable() ? row.cells() : laidOut(row.json()), notes));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Appends the notes to the cells. Cells beyond the header row follow after the notes, so that nothing is lost. */
    private List<String> withNotes(List<String> cells, List<String> notes) {
        List<String> all = new ArrayList<>();
        for (int index : repeated) {
            all.add(index < cells.size() ? cell(header.get(index), cells.get(index)) : "");
        }
        notes.stream().map(SafeCell::of).forEach(all::add);
        for (int index = header.size(); layout.isTable() && index < cells.size(); index++) {
            all.add(cell(null, cells.get(index)));
        }
        return all;
    }

    /** @param column null for a cell without a column */
    private String cell(String column, String text) {
        return !columns.isForNumbers(column) && PersonalNumber.isIn(text) ? "" : SafeCell.of(text);
    }

    private List<String> laidOut(String json) {
        try {
            JsonNode item = JSON.readTree(json);
            return columns.names().stream()
                    .map(name -> text(item.at(columns.pointer(name))))
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode()
                ? value.isNull() ? "" : value.asText()
                : value.isMissingNode() ? "" : value.toString();
    }
}
