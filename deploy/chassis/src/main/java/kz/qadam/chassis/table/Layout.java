package kz.qadam.chassis.table;

import java.util.List;

/**
 * What all rows share.
 *
 * @param header the names of a table's columns as they were sent; null where rows are JSON objects
 * @param separator of a CSV; of what was no CSV, that of an answer which is one
 */
public record Layout(List<String> header, char separator) {

    public static final Layout JSON = new Layout(null, ',');

    public boolean isTable() {
        return header != null;
    }
}
