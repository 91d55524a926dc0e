package kz.qadam.reporting.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables as RFC 4180 has them, in UTF-8. */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** @param bom whether they begin with a byte order mark, so that spreadsheets read the letters right */
    static byte[] bytes(Table table, boolean bom) {
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
        return row.stream().map(Csv::cell).toList();
    }

    /** A text that a spreadsheet would calculate is made a text by an apostrophe. */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean isFormula =
                value instanceof CharSequence && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
