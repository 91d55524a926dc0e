package kz.qadam.chassis.http.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads the rows of a sheet one after the other. */
final class Sheet implements AutoCloseable {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_ROW = 1_000_000;

    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");

    private final Xml xml;
    private final SharedStrings shared;
    private final Styles styles;
    private final boolean from1904;
    private final UnpackingAllowance text;

    private int rows;
    private int number;
    private List<String> cells = List.of();

    Sheet(InputStream part, SharedStrings shared, Styles styles, boolean from1904, UnpackingAllowance text)
            throws XMLStreamException {
        this.xml = new Xml(part);
        this.shared = shared;
        this.styles = styles;
        this.from1904 = from1904;
        this.text = text;
    }

    /** Moves to the next row; false after the last. */
    boolean next() throws XMLStreamException {
        while (xml.next()) {
            if (xml.is("row")) {
                String reference = xml.attribute("r");
                number = reference == null ? number + 1 : index(reference);
                if (++rows > MOST_ROWS || number > MOST_ROWS || number < 1) {
                    throw FileProblems.malformed();
                }
                readCells();
                return true;
            }
        }
        return false;
    }

    /** The number of the current row, from 1. */
    int number() {
        return number;
    }

    List<String> cells() {
        return cells;
    }

    private void readCells() throws XMLStreamException {
        cells = new ArrayList<>(cells.size());
        int length = 0;
        int count = 0;
        while (xml.nextWithin("row")) {
            if (xml.is("c")) {
                String reference = xml.attribute("r");
                int column = reference == null ? cells.size() : column(reference);
                String cell = cell();
                length += cell.length();
                if (column >= MOST_COLUMNS || ++count > MOST_COLUMNS || length > LONGEST_ROW) {
                    throw FileProblems.rowTooLong(number);
                }
                text.use(cell.length() + 1L + Math.max(0, column - cells.size()));
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, cell);
            }
        }
    }

    private String cell() throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String text = "";
        while (xml.nextWithin("c")) {
            if (xml.is("v")) {
                text = value(xml.text(), type == null ? "n" : type, style);
            } else if (xml.is("is")) {
                text = xml.runs("is");
            }
        }
        return text;
    }

    private String value(String stored, String type, String style) {
        return switch (type) {
            case "s" -> stored.isBlank() ? "" : shared.text(index(stored.strip()));
            case "n" -> styles.shown(style).text(stored.strip(), from1904);
            case "d" -> MIDNIGHT.matcher(stored.strip()).replaceFirst("");
            case "b" -> stored.strip().equals("1") ? "true" : "false";
            default -> Xml.resolved(stored);
        };
    }

    /** The column of a cell: {@code AB12} is in column 27, counted from 0. */
    private static int column(String cell) {
        int column = 0;
        int i = 0;
        while (i < cell.length() && cell.charAt(i) >= 'A' && cell.charAt(i) <= 'Z' && column <= MOST_COLUMNS) {
            column = column * 26 + cell.charAt(i++) - 'A' + 1;
        }
        if (column == 0) {
            throw FileProblems.malformed();
        }
        return column - 1;
    }

    private static int index(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw FileProblems.malformed();
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
