package kz.qadam.chassis.http.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.xlsx.Spreadsheet;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;

/**
 * The first rows of a table that another system has made, as they are: for people who say what its columns are.
 *
 * @param rows those that are not blank, each with its line
 * @param encoding in which a CSV is written; UTF-8 for a spreadsheet
 */
public record TableSample(List<Row> rows, Charset encoding) {

    public static final TableSample NONE = new TableSample(List.of(), StandardCharsets.UTF_8);

    private static final int MOST_ROWS = 200;

    /** In characters. */
    private static final int LONGEST = 100_000;

    /** In which office programs of this country save what is not in UTF-8. */
    private static final Charset OF_WINDOWS = Charset.forName("windows-1251");

    /** Whether a file is a spreadsheet. */
    public static boolean isSpreadsheet(byte[] file) {
        byte[] begin = Arrays.copyOf(file, Spreadsheet.SIGN_LENGTH);
        Spreadsheet.requireNotOldOrLocked(begin);
        return Spreadsheet.isZip(begin);
    }

    /**
     * Reads one sheet of a spreadsheet.
     *
     * @throws Problem 400 if there is no such sheet, or the file is broken; 413 if it unpacks to too much
     */
    public static TableSample ofSheet(byte[] file, String name) {
        try (Spreadsheet sheet =
                Spreadsheet.open(new ByteArrayInputStream(file), Optional.of(name), UnpackingLimits.BATCH)) {
            var rows = new FirstRows();
            while (rows.areFew() && sheet.next()) {
                rows.add(sheet.number(), sheet.cells());
            }
            return new TableSample(rows.rows, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the visible sheets of a spreadsheet. */
    public static List<String> sheets(byte[] file) {
        try (Spreadsheet sheet =
                Spreadsheet.open(new ByteArrayInputStream(file), Optional.empty(), UnpackingLimits.BATCH)) {
            return sheet.names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a CSV, with whichever separator, in UTF-8, in what its byte order mark says, or as Windows writes it. */
    public static TableSample ofText(byte[] file) {
        Charset encoding = encoding(file);
        try (var sent = SentText.in(encoding, new ByteArrayInputStream(file))) {
            var text = new StringWriter();
            sent.transferTo(text);
            return ofText(text.toString(), encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a text, as it is pasted from a table. */
    public static TableSample ofText(String text) {
        return ofText(text, StandardCharsets.UTF_8);
    }

    private static TableSample ofText(String text, Charset encoding) {
        return Stream.of('\t', ';', ',')
                .map(separator -> rows(text, separator))
                // The right separator divides rows into most cells; of equals the first.
                .max(Comparator.comparingInt(TableSample::cells))
                .map(rows -> new TableSample(rows, encoding))
                .orElseThrow();
    }

    private static int cells(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).sum();
    }

    private static List<Row> rows(String text, char separator) {
        var rows = new FirstRows();
        try (var read = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord one : read) {
                if (!rows.areFew()) {
                    break;
                }
                rows.add((int) one.getStartingLineNumber(), one.getFields());
            }
        } catch (CsvParseException e) {
            // What was read up to here may be another separator's.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.rows;
    }

    private static Charset encoding(byte[] file) {
        boolean hasMark = file.length > 1
                && ((file[0] == (byte) 0xfe && file[1] == (byte) 0xff)
                        || (file[0] == (byte) 0xff && file[1] == (byte) 0xfe));
        if (hasMark) {
            return StandardCharsets.UTF_16;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return OF_WINDOWS;
        }
    }

    /**
     * The rows as a CSV that is read again as the same rows, in the same lines. It is read with tabs, since no cell has any.
     */
    public String text() {
        var text = new StringBuilder();
        int line = 1;
        for (Row row : rows) {
            for (; line < row.line(); line++) {
                text.append('\n');
            }
            text.append(row.cells().stream().map(TableSample::quoted).collect(Collectors.joining("\t", "", "\n")));
            line++;
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static final class FirstRows {

        private final List<Row> rows = new ArrayList<>();
        private int characters;

        boolean areFew() {
            return rows.size() < MOST_ROWS && characters < LONGEST;
        }

        void add(int line, List<String> cells) {
            Row row = Row.of(
                    line,
                    cells.stream()
                            .map(SafeCell::read)
                            .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                            .toList());
            if (!row.isBlank()) {
                rows.add(row);
                characters += row.characters();
            }
        }
    }
}
