package kz.qadam.chassis.http.table;

import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.xlsx.Spreadsheet;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;

/**
 * A body as a sequence of rows; only the current row is in memory. Blank rows are left out. A body that cannot be read
 * as a whole leads to a {@link Problem} as soon as this is found, when the rows are opened or later.
 */
public interface BodyRows extends Iterator<Row>, Closeable {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    String NDJSON = "application/x-ndjson";

    /** Opens a batch, as {@link #of(InputStream, MediaType, Columns, UnpackingLimits)} does. */
    static BodyRows of(InputStream body, MediaType type, Columns columns) {
        return of(body, type, columns, UnpackingLimits.BATCH);
    }

    /**
     * Opens a body, up to its first row.
     *
     * @param columns the columns that a table may have
     * @param limits limits for the unpacked content of a spreadsheet
     * @throws Problem 400 if the header row is wrong, there is no row or the body is malformed; 415 for another media
     *     type or encoding; 413 if a spreadsheet unpacks to too much
     */
    static BodyRows of(InputStream body, MediaType type, Columns columns, UnpackingLimits limits) {
        return switch (nameOf(type)) {
            case CSV -> CsvSource.rows(text(body), columns);
            case XLSX -> Xlsx.rows(body, columns, limits);
            case NDJSON -> NdjsonSource.rows(text(body));
            default -> throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        };
    }

    /**
     * Opens a table that another system has made, up to its first row.
     *
     * @throws Problem as for other bodies; 415 also for what is not a table, 400 also if there is no such sheet
     */
    static BodyRows translated(InputStream body, MediaType type, TableTranslator translator, UnpackingLimits limits) {
        return switch (nameOf(type)) {
            case CSV -> CsvSource.translated(text(body), translator);
            case XLSX -> Xlsx.translated(body, translator, limits);
            default -> throw new Problem(ProblemType.UNSUPPORTED_MEDIA, Message.of("profile-without-table"));
        };
    }

    /** A spreadsheet is often sent as text by mistake; the fault that it is not UTF-8 would not help the sender. */
    private static InputStream text(InputStream body) {
        try {
            var text = new PushbackInputStream(body, Spreadsheet.SIGN_LENGTH);
            byte[] begin = text.readNBytes(Spreadsheet.SIGN_LENGTH);
            Spreadsheet.requireNotOldOrLocked(begin);
            if (Spreadsheet.isZip(begin)) {
                throw new Problem(ProblemType.UNSUPPORTED_MEDIA, Message.of("no-xlsx/sent-as-text", XLSX));
            }
            text.unread(begin);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A media type without its parameters. */
    static String nameOf(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    Layout layout();

    /** How many rows of a translated table were left out up to here. */
    int leftOut();
}
