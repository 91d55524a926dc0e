package kz.qadam.chassis.table;

import jakarta.ws.rs.core.MediaType;
import java.io.Closeable;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * What was sent, as rows one after the other: only the current one is in memory, however many there are. Blank rows are
 * left out. Whatever cannot be read as a whole is told by a {@link Problem} as soon as it is seen, be it when the rows
 * are opened or in their midst.
 */
public interface Rows extends Iterator<Row>, Closeable {

    String CSV = "text/csv";
    String NDJSON = "application/x-ndjson";

    /**
     * Opens what was sent, up to the first row.
     *
     * @param columns those that a table may have
     * @throws Problem 400 if the header row is not right, there is no row or it is malformed; 415 for another media type
     *     or encoding
     */
    static Rows of(InputStream body, MediaType type, Columns columns) {
        return switch (nameOf(type)) {
            case CSV -> Csv.rows(body, columns);
            case NDJSON -> Ndjson.rows(body);
            default -> throw new Problem(ProblemType.UNSUPPORTED_MEDIA);
        };
    }

    /** A media type without its parameters. */
    static String nameOf(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    Layout layout();
}
