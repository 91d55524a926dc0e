package kz.qadam.chassis.http.batch;

import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;

/**
 * One submitted item, before it is read as a record.
 *
 * @param index its position in the body, from 0
 * @param row the row as it was sent; null, like layout and columns, for a single item
 */
public record Item(int index, Row row, Layout layout, Columns columns, ItemFields fields) {

    /** The line of the file on which the item begins, from 1; null if the input has no lines. */
    public Integer line() {
        return row == null || row.line() == 0 ? null : row.line();
    }
}
