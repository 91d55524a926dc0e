package kz.qadam.chassis.http.table;

import java.util.Objects;

/**
 * Writes cells of a CSV so that spreadsheet programs do not calculate them: a text that looks like a formula gets a
 * leading apostrophe, which is removed when such a file is read.
 */
public final class SafeCell {

    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private SafeCell() {}

    /** The cell for a value; null is an empty cell, and a number stays a number. */
    public static String of(Object value) {
        String text = Objects.toString(value, "");
        return value instanceof CharSequence && beginsFormula(text) ? APOSTROPHE + text : text;
    }

    /** The text of a written cell. */
    static String read(String written) {
        return !written.isEmpty() && written.charAt(0) == APOSTROPHE && beginsFormula(written)
                ? written.substring(1)
                : written;
    }

    /**
     * Whether a text, after any leading apostrophes, begins like a formula: otherwise an apostrophe that was sent would
     * be removed.
     */
    private static boolean beginsFormula(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == APOSTROPHE) {
            from++;
        }
        return from < text.length() && FORMULA_SIGNS.indexOf(text.charAt(from)) >= 0;
    }
}
