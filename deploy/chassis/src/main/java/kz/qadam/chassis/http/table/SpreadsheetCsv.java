package kz.qadam.chassis.http.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Writes CSV for spreadsheets: in UTF-8 with a byte order mark, by which Excel recognizes it, and with a header row. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @param <R> what one row is about
 */
public final class SpreadsheetCsv<R> implements Closeable {

    /**
     * The columns of a table, in their order.
     *
     * @param cells the value of each column in a row, by its name; null is an empty cell
     */
    public record Columns<R>(Map<String, Function<R, Object>> cells) {

        public Columns() {
            this(new LinkedHashMap<>());
        }

        public Columns<R> with(String name, Function<R, Object> cell) {
            cells.put(name, cell);
            return this;
        }
    }

    private final Columns<R> columns;
    private final CsvWriter writer;

    /** Begins with the header row. */
    public SpreadsheetCsv(OutputStream out, Columns<R> columns) throws IOException {
        this.columns = columns;
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        writer = CsvWriter.builder().build(text);
        writer.writeRecord(columns.cells().keySet());
    }

    /** An answer that the browser saves under this name. */
    public static RestResponse<StreamingOutput> answer(StreamingOutput content, String name) {
        return ResponseBuilder.ok(content)
                .type(BodyRows.CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    public void add(R row) {
        writer.writeRecord(columns.cells().values().stream()
                .map(cell -> SafeCell.of(cell.apply(row)))
                .toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
