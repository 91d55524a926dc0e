package kz.qadam.chassis.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Takes what the parser finds as rows. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Row> {

    private List<String> cells;
    private boolean endsQuoted;

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int place, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
        endsQuoted = quoted;
    }

    @Override
    protected Row buildRecord() {
        return Row.of(line(), cells);
    }

    /** On which the row that is being read begins. */
    int line() {
        return (int) getStartingLineNumber();
    }

    /** Whether the last cell that was read began with a quote. */
    boolean endsQuoted() {
        return endsQuoted;
    }
}
