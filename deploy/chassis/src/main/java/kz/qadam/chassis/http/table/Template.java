package kz.qadam.chassis.http.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.table.Columns.Need;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table for people to fill in and send: its header row, and the meaning of each column. */
public final class Template {

    private static final int NARROWEST = 14;
    private static final int MEANING_WIDTH = 90;

    /**
     * A column with its explanation.
     *
     * @param message the key of the message with the meaning of the column
     * @param values supplies the current values to choose from, for {@code {0}} in the message; null if the message has
     *     no such argument
     */
    public record Column(String name, Need need, String message, String example, Function<Language, String> values) {

        public String meaning(Language language) {
            return values == null
                    ? Message.of(message).in(language)
                    : Message.of(message, values.apply(language)).in(language);
        }
    }

    private final List<Column> columns;

    /** @param meanings the prefix of the message keys with the meanings; the column's name follows */
    public Template(String meanings, Columns columns) {
        this.columns = columns.all().stream()
                .map(column -> new Column(
                        column.name(),
                        column.need(),
                        Message.of(meanings + column.name()).key(),
                        column.example(),
                        null))
                .toList();
    }

    private Template(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * The same template, with a column whose values change while the service runs.
     *
     * @param values supplies the values in the reader's language, for {@code {0}} in the message with the meaning of
     *     the column
     */
    public Template withValues(String name, Function<Language, String> values) {
        return new Template(columns.stream()
                .map(column -> column.name().equals(name)
                        ? new Column(name, column.need(), column.message(), column.example(), values)
                        : column)
                .toList());
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Only the header row, with semicolons: so Excel opens it in Kazakh and Russian settings, in which the comma is the
     * decimal separator.
     */
    public byte[] csv() {
        return ("\uFEFF" + String.join(";", names()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A sheet to fill in and a sheet that explains the columns. All cells to fill in are formatted as text, so that no
     * program reads an identification number as a number and drops its leading zeros.
     */
    public byte[] xlsx(Language language) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Qadam", null)) {
            fillIn(workbook.newWorksheet(message("template.sheet", language)));
            explain(workbook.newWorksheet(message("template.help", language)), language);
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
                        message("template.column", language),
                        message("template.need", language),
                        message("template.meaning", language),
                        message("template.example", language)));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.value(i + 1, 0, column.name());
            sheet.value(i + 1, 1, column.need().text().in(language));
            sheet.value(i + 1, 2, column.meaning(language));
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

    private static String message(String key, Language language) {
        return Message.of(key).in(language);
    }
}
