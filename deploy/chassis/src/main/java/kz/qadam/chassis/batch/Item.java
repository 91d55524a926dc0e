package kz.qadam.chassis.batch;

import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.Row;

/**
 * One thing that was sent.
 *
 * @param index its place among those sent with it, from 0
 * @param row as it was sent; null, as layout and columns, where it was sent by itself
 */
public record Item(int index, Row row, Layout layout, Columns columns, Fields fields) {

    /** The line of the file on which it begins, from 1; null where the input has no lines. */
    public Integer line() {
        return row == null || row.line() == 0 ? null : row.line();
    }
}
