package kz.qadam.chassis.http.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;

/** Reads the visible sheets of a file, and the date from which it counts days. */
final class Workbook {

    private static final int MOST_SHEETS = 4_096;

    private final List<String> visible = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private boolean countsFrom1904;

    void read(InputStream part) throws IOException, XMLStreamException {
        try (Xml xml = new Xml(part)) {
            int sheets = 0;
            while (xml.next()) {
                if (xml.is("workbookPr")) {
                    String value = xml.attribute("date1904");
                    countsFrom1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.is("sheet")) {
                    if (++sheets > MOST_SHEETS) {
                        throw FileProblems.tooManyParts();
                    }
                    String state = xml.attribute("state");
                    if (state == null || state.equals("visible")) {
                        visible.add(xml.attribute("id"));
                        names.add(xml.attribute("name"));
                    }
                }
            }
        }
    }

    /** The part with the cells of the first visible sheet, without chart sheets. */
    Optional<String> firstVisible(Map<String, XlsxParts.Reference> references) {
        return visible.stream()
                .map(references::get)
                .filter(reference -> reference != null && reference.isTo("worksheet"))
                .map(XlsxParts.Reference::part)
                .findFirst();
    }

    /** The part with the cells of the visible sheet of this name. */
    Optional<String> visible(Map<String, XlsxParts.Reference> references, String name) {
        for (int i = 0; i < visible.size(); i++) {
            XlsxParts.Reference reference = references.get(visible.get(i));
            if (names.get(i) != null
                    && names.get(i).strip().equalsIgnoreCase(name)
                    && reference != null
                    && reference.isTo("worksheet")) {
                return Optional.of(reference.part());
            }
        }
        return Optional.empty();
    }

    /** The names of the visible sheets, without chart sheets. */
    List<String> names(Map<String, XlsxParts.Reference> references) {
        return IntStream.range(0, visible.size())
                .filter(i -> names.get(i) != null
                        && references.containsKey(visible.get(i))
                        && references.get(visible.get(i)).isTo("worksheet"))
                .mapToObj(i -> names.get(i).strip())
                .toList();
    }

    boolean countsFrom1904() {
        return countsFrom1904;
    }
}
