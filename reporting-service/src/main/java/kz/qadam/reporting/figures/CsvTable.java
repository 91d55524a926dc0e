package kz.qadam.reporting.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.SafeCell;

/**
 * A table, which is rendered as CSV (RFC 4180) in UTF-8.
 *
 * @param rows read once, each with one cell for each column; null is an empty cell
 */
public record CsvTable(List<String> columns, Stream<? extends List<?>> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param bom whether the text begins with a byte order mark, by which spreadsheets recognise UTF-8 */
    byte[] bytes(boolean bom) {
        var text = new StringWriter();
        text.append(bom ? BYTE_ORDER_MARK : "");
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(row.stream().map(SafeCell::of).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
