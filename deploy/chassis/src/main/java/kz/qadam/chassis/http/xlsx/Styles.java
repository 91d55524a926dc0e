package kz.qadam.chassis.http.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads which styles show a number as a date or with leading zeros; other properties of styles are ignored. */
final class Styles {

    /** Excel's limit, for the formats that cells refer to and for the described ones. */
    private static final int MOST_FORMATS = 65_490;

    private final List<CellFormat> styles = new ArrayList<>();
    private final boolean showsPercent;

    /** @param showsPercent whether a number in per cent is read as it is shown, with its sign */
    Styles(boolean showsPercent) {
        this.showsPercent = showsPercent;
    }

    void read(Optional<InputStream> part) throws IOException, XMLStreamException {
        if (part.isEmpty()) {
            return;
        }
        Map<Integer, CellFormat> described = new HashMap<>();
        try (Xml xml = new Xml(part.get())) {
            while (xml.next()) {
                if (xml.is("numFmt")) {
                    String code = xml.attribute("formatCode");
                    described.put(number(xml.attribute("numFmtId")), CellFormat.described(code == null ? "" : code));
                    limit(described.size());
                } else if (xml.is("cellXfs")) {
                    while (xml.nextWithin("cellXfs")) {
                        if (xml.is("xf")) {
                            int format = number(xml.attribute("numFmtId"));
                            styles.add(described.getOrDefault(format, CellFormat.builtIn(format)));
                            limit(styles.size());
                        }
                    }
                }
            }
        }
    }

    private static void limit(int formats) {
        if (formats > MOST_FORMATS) {
            throw FileProblems.tooManyParts();
        }
    }

    /** @param style the number of the style in a cell, or null */
    CellFormat shown(String style) {
        int number = number(style);
        CellFormat format = number >= 0 && number < styles.size() ? styles.get(number) : CellFormat.AS_NUMBER;
        return format.equals(CellFormat.AS_PERCENT) && !showsPercent ? CellFormat.AS_NUMBER : format;
    }

    /** An unreadable number here means an unknown format: the look of a cell is no reason to refuse a file. */
    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
