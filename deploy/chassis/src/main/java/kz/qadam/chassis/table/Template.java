package kz.qadam.chassis.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.table.Columns.Need;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table for people to fill in and send: its header row, and what each column means. */
public final class Template {

    private static final int NARROWEST = 14;
    private static final int MEANING_WIDTH = 90;

    /** A column, with what is to be known about it. */
    public record Column(String name, Need need, Text meaning, String example) {}

    private final List<Column> columns;

    /** @param meanings what comes before a column's name in the key of the sentence that says what it means */
    public Template(String meanings, Columns columns) {
        this.columns = columns.all().stream()
                .map(column ->
                        new Column(column.name(), column.need(), Text.of(meanings + column.name()), column.example()))
                .toList();
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Only the header row, as Excel opens it where the comma stands in numbers: in Kazakh and in Russian. */
    public byte[] csv() {
        return ("\uFEFF" + String.join(";", names()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A sheet to fill in and one that explains it. Every cell to fill in holds a text, so that no program takes an
     * identification number for a number and drops its zeros.
     */
    public byte[] xlsx(Language language) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Qadam", null)) {
            fillIn(workbook.newWorksheet(said("template.sheet", language)));
            explain(workbook.newWorksheet(said("template.help", language)), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void fillIn(Worksheet sheet) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.style(i).format("@").set();
            sheet.width(
                    i,
                    Math.max(
                            NARROWEST,
                            2
                                    + Math.max(
                                            column.name().length(),
                                            column.example().length())));
        }
        header(sheet, names());
    }

    private void explain(Worksheet sheet, Language language) {
        header(
                sheet,
                List.of(
                        said("template.column", language),
                        said("template.need", language),
                        said("template.meaning", language),
                        said("template.example", language)));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.value(i + 1, 0, column.name());
            sheet.value(i + 1, 1, column.need().text().in(language));
            sheet.value(i + 1, 2, column.meaning().in(language));
            sheet.value(i + 1, 3, column.example());
        }
        sheet.range(1, 0, columns.size(), 3)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.width(0, 20);
        sheet.width(1, 18);
        sheet.width(2, MEANING_WIDTH);
        sheet.width(3, 42);
    }

    private static void header(Worksheet sheet, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(0, i, cells.get(i));
        }
        sheet.range(0, 0, 0, cells.size() - 1).style().bold().format("@").set();
        sheet.freezePane(0, 1);
    }

    private static String said(String key, Language language) {
        return Text.of(key).in(language);
    }
}
