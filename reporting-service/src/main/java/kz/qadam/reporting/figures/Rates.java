package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages and monthly rates. */
public final class Rates {

    /** Monthly rates are averages of this many days. */
    static final int RECENT_DAYS = 90;

    private static final BigDecimal DAYS_A_MONTH = BigDecimal.valueOf(30);

    private Rates() {}

    /** Rounded down, so that 99.996 % does not read 100; may exceed 100. Null if the target is 0. */
    public static BigDecimal percent(long target, long trained) {
        return target == 0
                ? null
                : BigDecimal.valueOf(trained)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(target), 2, RoundingMode.DOWN);
    }

    /** The average of a month, from the count of the recent days. */
    static BigDecimal perMonth(long inRecentDays) {
        return perMonth(inRecentDays, RECENT_DAYS);
    }

    /** The average of a month of 30 days, from the count of some days. */
    static BigDecimal perMonth(long people, long days) {
        return BigDecimal.valueOf(people).multiply(DAYS_A_MONTH).divide(BigDecimal.valueOf(days), 1, RoundingMode.DOWN);
    }
}
