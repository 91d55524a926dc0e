package kz.qadam.chassis.http.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one XML part of a file forwards. Elements are identified by their local names, since the strict and the usual
 * variant of the format have different namespaces.
 */
final class Xml implements Closeable {

    /** Office programs write no longer text. */
    static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_ATTRIBUTE = 100_000;

    /**
     * A part uses only some hundred names of the format. The limit protects the memory, since the parser keeps each
     * name.
     */
    private static final int MOST_NAMES = 1_000;

    private static final int LONGEST_NAME = 255;

    /** Enough for the longest text with a separate font for each letter. */
    private static final int MOST_ELEMENTS_OF_A_TEXT = 2_000_000;

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final InputStream part;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();

    Xml(InputStream part) throws XMLStreamException {
        this.part = part;
        this.reader = Factory.INSTANCE.createXMLStreamReader(part);
    }

    /** Moves to the next start tag; false if the element of this name ends before. */
    boolean nextWithin(String parent) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                countNames();
                return true;
            }
            inspectOther(event);
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(parent)) {
                return false;
            }
        }
        return false;
    }

    /** Moves to the next start tag; false at the end. */
    boolean next() throws XMLStreamException {
        return nextWithin("");
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** An attribute of the current element, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the current element, up to its end. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        appendText(text);
        return text.toString();
    }

    /** A text in several runs of different fonts, up to the end of this element, without phonetic hints. */
    String runs(String parent) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int elements = 0;
        while (nextWithin(parent)) {
            if (++elements > MOST_ELEMENTS_OF_A_TEXT) {
                throw FileProblems.malformed();
            }
            if (is("rPh")) {
                skip("rPh");
            } else if (is("t")) {
                appendText(text);
            }
        }
        return resolved(text.toString());
    }

    /**
     * The text with its escapes resolved: a character that XML cannot contain is written as {@code _x000D_}, and a
     * literal underscore in such a sequence as {@code _x005F_}.
     */
    static String resolved(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(escape -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }

    private void appendText(StringBuilder text) throws XMLStreamException {
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                throw FileProblems.malformed();
            } else {
                inspectOther(event);
            }
            if (text.length() > LONGEST_TEXT) {
                throw FileProblems.malformed();
            }
            event = reader.next();
        }
    }

    /** Limits the memory also for other kinds of nodes, which office programs do not write. */
    private void inspectOther(int event) {
        if (event == XMLStreamConstants.DTD) {
            throw FileProblems.malformed();
        }
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            count(reader.getPITarget());
        }
    }

    /** Counts the names of the current element: its own, those of its attributes, and the declared prefixes. */
    private void countNames() {
        count(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            count(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            if (prefix != null) {
                count(prefix);
            }
        }
    }

    private void count(String name) {
        if (names.add(name) && (names.size() > MOST_NAMES || name.length() > LONGEST_NAME)) {
            throw FileProblems.malformed();
        }
    }

    private void skip(String name) throws XMLStreamException {
        while (nextWithin(name)) {}
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    /** Created with the first file, not when the service starts. */
    private static final class Factory {

        static final WstxInputFactory INSTANCE = new WstxInputFactory();

        static {
            INSTANCE.configureForSpeed();
            INSTANCE.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            INSTANCE.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            INSTANCE.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        }
    }
}
