package kz.qadam.chassis.table;

import java.util.List;

/**
 * One row of what was sent: the cells of a table or the text of a JSON object; the other is null.
 *
 * @param line where it begins: the line of the file, or the number of a sheet's row, from 1; 0 where there are no lines
 */
public record Row(int line, List<String> cells, String json) {

    /** Characters; no honest row has more. */
    static final int LONGEST = 1_000_000;

    static Row of(int line, List<String> cells) {
        return new Row(line, cells, null);
    }

    public static Row ofJson(int line, String json) {
        return new Row(line, null, json);
    }

    boolean isBlank() {
        return cells == null ? json.isBlank() : cells.stream().allMatch(String::isBlank);
    }
}
