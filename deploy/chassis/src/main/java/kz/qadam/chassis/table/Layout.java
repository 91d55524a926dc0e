package kz.qadam.chassis.table;

import java.util.List;

/**
 * The properties that all rows of a file share.
 *
 * @param header the names of a table's columns as they were sent; null if rows are JSON objects
 * @param separator the separator of a CSV; for other formats, the separator of an answer in CSV
 */
public record Layout(List<String> header, char separator) {

    public static final Layout JSON = new Layout(null, ',');

    public boolean isTable() {
        return header != null;
    }
}
