package kz.qadam.chassis.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.problem.Problem;

/** Collects the cells from the parser as rows. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Row> {

    private List<String> cells;
    private int left;
    private boolean endsQuoted;

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>();
        left = Row.LONGEST;
    }

    @Override
    protected void handleField(int place, char[] buffer, int offset, int length, boolean quoted) {
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

    /** Whether the last cell began with a quote. */
    boolean endsQuoted() {
        return endsQuoted;
    }
}
