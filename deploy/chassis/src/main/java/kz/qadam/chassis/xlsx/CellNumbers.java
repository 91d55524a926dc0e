package kz.qadam.chassis.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes numbers as people see them: without an exponent, with the 15 digits that office programs show, with the
 * leading zeros of their format, and dates by ISO 8601.
 */
final class CellNumbers {

    private static final MathContext DIGITS = new MathContext(15);
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS = 24 * 60 * 60;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_ON_OLD_MACS = LocalDate.of(1904, 1, 1);

    private CellNumbers() {}

    static String text(String stored, CellFormat shown, boolean from1904) {
        double number;
        try {
            number = Double.parseDouble(stored);
        } catch (NumberFormatException e) {
            return stored;
        }
        if (!Double.isFinite(number)) {
            return stored;
        }
        if (shown.form() == CellFormat.Form.NUMBER || number < 0 || number > LAST_DAY) {
            return shown.padded(
                    new BigDecimal(number, DIGITS).stripTrailingZeros().toPlainString());
        }
        return date(number, shown, from1904);
    }

    private static String date(double number, CellFormat shown, boolean from1904) {
        long days = (long) number;
        long seconds = Math.round((number - days) * SECONDS);
        LocalDateTime at = (from1904 ? DAY_ZERO_ON_OLD_MACS : dayZero(days))
                .plusDays(days)
                .atStartOfDay()
                .plusSeconds(seconds);
        if (shown.form() == CellFormat.Form.DATE || at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
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
