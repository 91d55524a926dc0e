package kz.qadam.reporting.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole. */
final class Shares {

    private Shares() {}

    /** In percent, rounded down; of nothing there is no part. */
    static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
    }
}
