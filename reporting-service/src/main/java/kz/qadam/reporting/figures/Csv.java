package kz.qadam.reporting.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.table.SafeCell;

/** Renders tables as CSV (RFC 4180) in UTF-8. */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /** @param bom whether the text begins with a byte order mark, by which spreadsheets recognise UTF-8 */
    static byte[] bytes(TabularAnswer table, boolean bom) {
        var text = new StringWriter();
        text.append(bom ? BYTE_ORDER_MARK : "");
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns());
            table.rows().forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(List<?> row) {
        return row.stream().map(SafeCell::of).toList();
    }
}
