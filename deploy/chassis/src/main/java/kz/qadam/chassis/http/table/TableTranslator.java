package kz.qadam.chassis.http.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** How a table is read that another system has made: where it begins, and what of each row becomes which column. */
public interface TableTranslator {

    /** The name of the sheet of a spreadsheet; empty: the first visible one. */
    Optional<String> sheet();

    /** The encoding of a CSV without a byte order mark. */
    Charset encoding();

    /** The names of the columns that a translated row has. */
    List<String> columns();

    /** Those columns of the sent table that a row does not name. The first row that names all is the header row. */
    List<String> missing(List<String> cells);

    /**
     * Begins below the header row.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 400 if the row names a column twice, so that it is not clear which
     *     is meant
     */
    RowTranslator forRowsBelow(List<String> header);

    /** Translates the rows below a header row. Cells without a column that the translation names are dropped. */
    interface RowTranslator {

        /** Whether a row says nothing in any column that the translation names. */
        boolean isBlank(List<String> sent);

        /** Whether a row is left out, by the rules of the translation. */
        boolean isLeftOut(List<String> sent);

        /** The cells of the translated row, one for each column. */
        List<String> translated(List<String> sent);
    }
}
