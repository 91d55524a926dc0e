package kz.qadam.chassis.http.table;

import java.util.List;

/**
 * One row that was sent: either the cells of a table or the text of a JSON object; the other one is null.
 *
 * @param line the line of the file on which it begins, or the number of the row in a sheet, from 1; 0 if there are no
 *     lines
 */
public record Row(int line, List<String> cells, String json) {

    /** In characters; no real row is longer. */
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

    /** Its length as one line of text. */
    public int characters() {
        if (cells == null) {
            return json.length();
        }
        int characters = cells.size();
        for (String cell : cells) {
            characters += cell.length();
        }
        return characters;
    }

    /** An upper bound of the number of its values; empty cells do not count. */
    public int values() {
        int values = 0;
        if (cells == null) {
            for (int i = 0; i < json.length(); i++) {
                char sign = json.charAt(i);
                if (sign == ',' || sign == '{' || sign == '[') {
                    values++;
                }
            }
            return values + 1;
        }
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                values++;
            }
        }
        return values;
    }

    /** A cell without surrounding space, including non-breaking and zero-width spaces. */
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
