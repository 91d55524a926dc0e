package kz.qadam.reporting.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.table.SafeCell;

/** Tables as RFC 4180 has them: UTF-8 with its mark, so that spreadsheets read the letters right. */
final class Csv {

    private static final String MARK = "\uFEFF";

    private Csv() {}

    static byte[] bytes(Table table) {
        var text = new StringWriter();
        text.append(MARK);
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
