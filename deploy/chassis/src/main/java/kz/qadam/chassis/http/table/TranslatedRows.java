package kz.qadam.chassis.http.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.TableTranslator.RowTranslator;

/** The rows of a table that another system has made, translated one by one; each keeps the line that it has there. */
final class TranslatedRows implements LookaheadRows.Source {

    /** Above the header row there may be titles, but not a table of its own. */
    private static final int MOST_TITLES = 200;

    private final LookaheadRows.Source source;
    private final RowTranslator translator;
    private int leftOut;

    private TranslatedRows(LookaheadRows.Source source, RowTranslator translator) {
        this.source = source;
        this.translator = translator;
    }

    /**
     * Reads up to the header row.
     *
     * @throws Problem 400 if none of the first rows is the header row; it names what the row lacks that comes nearest
     */
    static TranslatedRows of(LookaheadRows.Source source, TableTranslator translator) throws IOException {
        List<String> missing = null;
        int nearest = 0;
        for (int read = 0; read < MOST_TITLES; read++) {
            Row row = source.read();
            if (row == null) {
                break;
            }
            List<String> missingHere = translator.missing(row.cells());
            if (missingHere.isEmpty()) {
                return new TranslatedRows(source, translator.forRowsBelow(row.cells()));
            }
            if (missing == null || missingHere.size() < missing.size()) {
                missing = missingHere;
                nearest = row.line();
            }
        }
        throw missing == null ? Problem.unreadable("empty/header") : withoutHeader(missing, nearest);
    }

    private static Problem withoutHeader(List<String> missing, int line) {
        List<Fault> faults = new ArrayList<>();
        for (String column : missing) {
            faults.add(new Fault(null, null, column, Message.of("missing-column", column, Integer.toString(line))));
        }
        return new Problem(ProblemType.INVALID_REQUEST, faults);
    }

    @Override
    public Row read() throws IOException {
        for (Row row = source.read(); row != null; row = source.read()) {
            if (translator.isBlank(row.cells())) {
                continue;
            }
            if (!translator.isLeftOut(row.cells())) {
                return Row.of(row.line(), translator.translated(row.cells()));
            }
            leftOut++;
        }
        return null;
    }

    @Override
    public int leftOut() {
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
