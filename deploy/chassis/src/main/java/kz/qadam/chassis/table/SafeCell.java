package kz.qadam.chassis.table;

import java.util.Objects;

/**
 * A cell of a CSV that no spreadsheet calculates: a text that it would take for a formula gets an apostrophe before it,
 * which is taken off again where such a file is read.
 */
public final class SafeCell {

    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private SafeCell() {}

    /** How a value is written; null is an empty cell, and a number stays one. */
    public static String of(Object value) {
        String text = Objects.toString(value, "");
        return value instanceof CharSequence && beginsFormula(text) ? APOSTROPHE + text : text;
    }

    /** What a written cell says. */
    static String read(String written) {
        return !written.isEmpty() && written.charAt(0) == APOSTROPHE && beginsFormula(written)
                ? written.substring(1)
                : written;
    }

    /** Behind apostrophes, too: otherwise one that was sent would be taken off. */
    private static boolean beginsFormula(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == APOSTROPHE) {
            from++;
        }
        return from < text.length() && FORMULA_SIGNS.indexOf(text.charAt(from)) >= 0;
    }
}
