package kz.qadam.chassis.http.xlsx;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import kz.qadam.chassis.http.problem.Problem;

/**
 * Reads the first visible sheet of an .xlsx file, or one that is named, as people see it: texts, numbers without exponent, dates by ISO 8601,
 * results of formulas. Only the current row is in memory; the rest of the file is spooled to disk, encrypted.
 */
public final class Spreadsheet implements Closeable {

    /** The number of bytes that identify a file type. */
    public static final int SIGN_LENGTH = 4;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The first bytes of an .xls, and of an .xlsx with a password. */
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** In bytes; styles do not grow with the rows. */
    private static final long LARGEST_STYLES = 2L * 1024 * 1024;

    private final Spool spool = new Spool();
    private final SharedStrings shared = new SharedStrings(spool);
    private final Styles styles;
    private XlsxParts parts;
    private Sheet sheet;
    private List<String> names;

    private Spreadsheet(Styles styles) {
        this.styles = styles;
    }

    /**
     * Reads the whole file and opens its first visible sheet.
     *
     * @param limits limits for the unpacked content
     * @throws Problem 415 if it is not an .xlsx file, 400 if it is broken, 413 if its unpacked content is too large
     */
    public static Spreadsheet open(InputStream body, UnpackingLimits limits) throws IOException {
        return open(body, Optional.empty(), limits, new Styles(false));
    }

    /**
     * Reads the whole file and opens one of its visible sheets. A cell that shows 87% says so, and not 0.87.
     *
     * @param name of the sheet, in whatever case; empty: the first one
     * @throws Problem as above; also 400 if there is no such sheet
     */
    public static Spreadsheet open(InputStream body, Optional<String> name, UnpackingLimits limits) throws IOException {
        return open(body, name, limits, new Styles(true));
    }

    private static Spreadsheet open(InputStream body, Optional<String> name, UnpackingLimits limits, Styles styles)
            throws IOException {
        Spreadsheet spreadsheet = new Spreadsheet(styles);
        try {
            spreadsheet.spoolBody(body);
            spreadsheet.openSheet(name, limits);
            return spreadsheet;
        } catch (RuntimeException | IOException e) {
            spreadsheet.close();
            throw e;
        }
    }

    /** Whether a file may be an .xlsx, by its first bytes. */
    public static boolean isZip(byte[] begin) {
        return Arrays.equals(begin, ZIP);
    }

    /**
     * Refuses other formats of office programs, by the first bytes.
     *
     * @throws Problem 415 with advice on how to save the file
     */
    public static void requireNotOldOrLocked(byte[] begin) {
        if (Arrays.equals(begin, COMPOUND)) {
            throw FileProblems.oldOrLocked();
        }
    }

    /** The names of its visible sheets. */
    public List<String> names() {
        return names;
    }

    /** Moves to the next row; false after the last. */
    public boolean next() {
        try {
            return sheet.next();
        } catch (XMLStreamException | WstxLazyException e) {
            throw FileProblems.malformed();
        }
    }

    /** The number of the current row, from 1. */
    public int number() {
        return sheet.number();
    }

    /** The cells of the current row up to the last non-empty one; an empty cell is an empty text. */
    public List<String> cells() {
        return sheet.cells();
    }

    private void spoolBody(InputStream body) throws IOException {
        byte[] begin = body.readNBytes(SIGN_LENGTH);
        requireNotOldOrLocked(begin);
        if (!isZip(begin)) {
            throw FileProblems.noXlsx();
        }
        byte[] buffer = new byte[64 * 1024];
        spool.append(begin, 0, begin.length);
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            spool.append(buffer, 0, read);
        }
    }

    private void openSheet(Optional<String> name, UnpackingLimits limits) {
        try {
            parts = new XlsxParts(spool, limits);
            String workbook = part(parts.references(""), "officeDocument").orElseThrow(FileProblems::noXlsx);
            Map<String, XlsxParts.Reference> references = parts.references(workbook);
            Workbook read = new Workbook();
            read.read(parts.open(workbook).orElseThrow(FileProblems::malformed));
            names = read.names(references);
            shared.read(open(references, "sharedStrings", Long.MAX_VALUE));
            styles.read(open(references, "styles", LARGEST_STYLES));
            String first = name.isEmpty()
                    ? read.firstVisible(references).orElseThrow(FileProblems::noXlsx)
                    : read.visible(references, name.get()).orElseThrow(() -> FileProblems.noSheet(name.get()));
            sheet = new Sheet(
                    parts.open(first).orElseThrow(FileProblems::malformed),
                    shared,
                    styles,
                    read.countsFrom1904(),
                    new UnpackingAllowance(limits.text()));
        } catch (IOException | XMLStreamException | WstxLazyException e) {
            throw FileProblems.malformed();
        }
    }

    private Optional<InputStream> open(Map<String, XlsxParts.Reference> references, String kind, long most)
            throws IOException {
        Optional<String> part = part(references, kind);
        return part.isEmpty() ? Optional.empty() : parts.open(part.get(), most);
    }

    private static Optional<String> part(Map<String, XlsxParts.Reference> references, String kind) {
        return references.values().stream()
                .filter(reference -> reference.isTo(kind))
                .map(XlsxParts.Reference::part)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        if (parts != null) {
            parts.close();
        }
        spool.close();
    }
}
