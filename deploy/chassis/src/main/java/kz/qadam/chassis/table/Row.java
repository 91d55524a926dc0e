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
        return cells == null
                ? json.isBlank()
                : cells.stream().allMatch(cell -> stripped(cell).isEmpty());
    }

    /** A cell without the space around it, also that which does not break a line and that which has no width. */
    public static String stripped(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200b'
                || character == '\ufeff';
    }
}
