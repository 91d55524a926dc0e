package kz.qadam.chassis.http.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a cell shows a number. Numbers are read as people see them: without an exponent, with the 15 digits that office
 * programs show, with the leading zeros of their format, and dates by ISO 8601.
 *
 * @param digits the number of digits to which a whole number is padded with leading zeros
 */
record CellFormat(Form form, int digits) {

    enum Form {
        NUMBER,
        PERCENT,
        DATE,
        WITH_TIME
    }

    static final CellFormat AS_NUMBER = new CellFormat(Form.NUMBER, 1);
    static final CellFormat AS_PERCENT = new CellFormat(Form.PERCENT, 1);
    private static final CellFormat AS_DATE = new CellFormat(Form.DATE, 1);
    private static final CellFormat WITH_TIME = new CellFormat(Form.WITH_TIME, 1);

    /** Numbers have at most 15 exact digits. */
    private static final Pattern ZEROS = Pattern.compile("0{1,15}");

    private static final Pattern TIME = Pattern.compile("[hs]");
    private static final Pattern DATE = Pattern.compile("[dmy]");
    private static final MathContext EXACT = new MathContext(15);
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS = 24 * 60 * 60;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_ON_OLD_MACS = LocalDate.of(1904, 1, 1);

    /** The form for the number of a built-in format, which files do not describe. */
    static CellFormat builtIn(int format) {
        if (isIn(format, 9, 10)) {
            return AS_PERCENT;
        }
        if (isIn(format, 14, 17) || isIn(format, 27, 31) || isIn(format, 50, 58)) {
            return AS_DATE;
        }
        boolean showsTime = isIn(format, 18, 22) || isIn(format, 32, 36) || isIn(format, 45, 47);
        return showsTime ? WITH_TIME : AS_NUMBER;
    }

    private static boolean isIn(int format, int first, int last) {
        return format >= first && format <= last;
    }

    /** The form for a format code, such as {@code dd\.mm\.yyyy}, {@code 0.00%} or {@code 000000000000}. */
    static CellFormat described(String format) {
        String signs = signs(format).toLowerCase(Locale.ROOT);
        if (signs.equals("general")) {
            return AS_NUMBER;
        }
        if (ZEROS.matcher(signs).matches()) {
            return new CellFormat(Form.NUMBER, signs.length());
        }
        if (signs.endsWith("%") && !DATE.matcher(signs).find()) {
            return AS_PERCENT;
        }
        if (TIME.matcher(signs).find()) {
            return WITH_TIME;
        }
        return DATE.matcher(signs).find() ? AS_DATE : AS_NUMBER;
    }

    /**
     * The signs of the first section, without literal text (quoted, or after a backslash, a fill or a space sign) and
     * without colours or languages in brackets.
     */
    private static String signs(String format) {
        StringBuilder signs = new StringBuilder();
        int at = 0;
        while (at < format.length() && format.charAt(at) != ';') {
            char sign = format.charAt(at);
            switch (sign) {
                case '"' -> at = end(format, '"', at);
                case '[' -> at = end(format, ']', at);
                case '\\', '_', '*' -> at++;
                default -> signs.append(sign);
            }
            at++;
        }
        return signs.toString();
    }

    private static int end(String format, char mark, int begin) {
        int end = format.indexOf(mark, begin + 1);
        return end < 0 ? format.length() : end;
    }

    /** The text that a cell shows for a stored number. */
    String text(String stored, boolean from1904) {
        double number;
        try {
            number = Double.parseDouble(stored);
        } catch (NumberFormatException e) {
            return stored;
        }
        if (!Double.isFinite(number)) {
            return stored;
        }
        if (form == Form.PERCENT) {
            return new BigDecimal(number, EXACT)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString() + "%";
        }
        return form == Form.NUMBER || number < 0 || number > LAST_DAY
                ? padded(new BigDecimal(number, EXACT).stripTrailingZeros().toPlainString())
                : date(number, from1904);
    }

    private String padded(String number) {
        boolean isWhole = number.chars().allMatch(Character::isDigit);
        return isWhole ? "0".repeat(Math.max(0, digits - number.length())) + number : number;
    }

    private String date(double number, boolean from1904) {
        long days = (long) number;
        long seconds = Math.round((number - days) * SECONDS);
        LocalDateTime at = (from1904 ? DAY_ZERO_ON_OLD_MACS : dayZero(days))
                .plusDays(days)
                .atStartOfDay()
                .plusSeconds(seconds);
        if (form == Form.DATE || at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return at.toLocalDate().toString();
        }
        return days == 0 ? at.toLocalTime().toString() : at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /**
     * The date of day 0. Excel also counts 29 February 1900, which does not exist, so the days before it are shifted.
     */
    private static LocalDate dayZero(long days) {
        return days < 60 ? DAY_ZERO.plusDays(1) : DAY_ZERO;
    }
}
