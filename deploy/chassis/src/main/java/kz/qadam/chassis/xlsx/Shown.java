package kz.qadam.chassis.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a number is shown in its cell. */
enum Shown {
    AS_NUMBER,
    AS_DATE,
    WITH_TIME;

    /** What is shown literally: quoted, after a backslash, a filler or a gap, and colours or languages in brackets. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[[^]]*]");

    /** By the number of a format that every program knows and no file describes. */
    static Shown builtIn(int format) {
        if (isIn(format, 14, 17) || isIn(format, 27, 31) || isIn(format, 50, 58)) {
            return AS_DATE;
        }
        boolean showsTime = isIn(format, 18, 22) || isIn(format, 32, 36) || isIn(format, 45, 47);
        return showsTime ? WITH_TIME : AS_NUMBER;
    }

    private static boolean isIn(int format, int first, int last) {
        return format >= first && format <= last;
    }

    /** By a format's description, such as {@code dd\.mm\.yyyy} or {@code 0.00%}. */
    static Shown described(String format) {
        String signs = LITERAL.matcher(format.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        if (signs.equals("general")) {
            return AS_NUMBER;
        }
        if (signs.matches(".*[hs].*")) {
            return WITH_TIME;
        }
        return signs.matches(".*[dmy].*") ? AS_DATE : AS_NUMBER;
    }
}
