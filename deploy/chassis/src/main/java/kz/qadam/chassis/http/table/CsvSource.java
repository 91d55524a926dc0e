package kz.qadam.chassis.http.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;

/** Reads CSV (RFC 4180) as office programs write it: comma, semicolon or tab, any line ends, columns by name. */
final class CsvSource implements LookaheadRows.Source {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_CELL = 1024 * 1024;

    /** The line {@code sep=;} above the header row, which some programs write for Excel. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([,;\t])\"?", Pattern.CASE_INSENSITIVE);

    private final Records records = new Records();
    private final SentText sent;
    private final CsvReader<Row> reader;
    private final Iterator<Row> rows;
    private int line;

    private CsvSource(SentText sent, BufferedReader text, char separator, int linesBefore) {
        this.sent = sent;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(records, text);
        reader.skipLines(linesBefore);
        this.rows = reader.iterator();
    }

    static BodyRows rows(InputStream body, Columns columns) {
        try {
            SentText sent = new SentText(body);
            BufferedReader text = new BufferedReader(sent, LONGEST_LINE);
            String first = firstLine(text);
            Matcher separatorLine = SEPARATOR_LINE.matcher(first.strip());
            char separator = separatorLine.matches() ? separatorLine.group(1).charAt(0) : separator(first);
            return LookaheadRows.table(
                    new CsvSource(sent, text, separator, separatorLine.matches() ? 1 : 0), columns, separator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The separator is the one with which the beginning has the header row. */
    static BodyRows translated(InputStream body, TableTranslator translator) {
        try {
            SentText sent = SentText.in(translator.encoding(), body);
            BufferedReader text = new BufferedReader(sent, LONGEST_LINE);
            String begin = beginning(text);
            String first = begin.lines().findFirst().orElse("");
            boolean hasSeparatorLine = SEPARATOR_LINE.matcher(first.strip()).matches();
            char separator = Stream.of(';', ',', '\t')
                    .filter(one -> hasHeader(begin, one, translator))
                    .findFirst()
                    .orElseGet(() -> separator(begin));
            return LookaheadRows.translated(
                    new CsvSource(sent, text, separator, hasSeparatorLine ? 1 : 0), translator, separator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasHeader(String begin, char separator, TableTranslator translator) {
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(begin)) {
            return rows.stream()
                    .anyMatch(row -> translator.missing(row.getFields()).isEmpty());
        } catch (CsvParseException | IOException e) {
            return false;
        }
    }

    @Override
    public Row read() throws IOException {
        try {
            if (rows.hasNext()) {
                Row row = rows.next();
                line = row.line();
                return row;
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw malformed(records.line());
        }
        if (records.endsQuoted && sent.last() != '"') {
            throw malformed(line);
        }
        return null;
    }

    private static Problem malformed(int line) {
        return Problem.unreadable("malformed/csv", Integer.toString(line));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** What is read beforehand; the position of the reader does not change. */
    private static String beginning(BufferedReader text) throws IOException {
        char[] begin = new char[LONGEST_LINE];
        text.mark(LONGEST_LINE);
        int length = 0;
        int read = text.read(begin, 0, LONGEST_LINE);
        while (read > 0) {
            length += read;
            read = text.read(begin, length, LONGEST_LINE - length);
        }
        text.reset();
        return new String(begin, 0, length);
    }

    /** The first line that is not blank, to determine the separator; the position of the reader does not change. */
    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LONGEST_LINE);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < LONGEST_LINE; i++) {
            int read = text.read();
            boolean ends = read < 0 || read == '\n' || read == '\r';
            if (!ends) {
                line.append((char) read);
            } else if (read < 0 || !line.isEmpty()) {
                break;
            }
        }
        text.reset();
        return line.toString();
    }

    /** The separator that occurs most often in the header row. */
    private static char separator(String header) {
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Collects the cells from the parser as rows. */
    private static final class Records extends AbstractBaseCsvCallbackHandler<Row> {

        private List<String> cells;
        private int left;
        private boolean endsQuoted;

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
            left = Row.LONGEST;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            left -= length + 1;
            if (left < 0) {
                throw Problem.unreadable("too-long/row", Integer.toString(line()));
            }
            cells.add(length == 0 ? "" : SafeCell.read(new String(buffer, offset, length)));
            endsQuoted = quoted;
        }

        @Override
        protected Row buildRecord() {
            return Row.of(line(), cells);
        }

        /** The line on which the current row begins. */
        int line() {
            return (int) getStartingLineNumber();
        }
    }
}
