package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Counts set in relation. */
public final class Rate {

    private Rate() {}

    /** Rounded down, so that 99.996 % does not read 100; may exceed 100. Of a target of nothing there is no share. */
    public static BigDecimal percent(long target, long trained) {
        return target == 0
                ? null
                : BigDecimal.valueOf(trained)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(target), 2, RoundingMode.DOWN);
    }

    /** What 90 days brought, for a month. */
    static BigDecimal perMonth(long in90Days) {
        return BigDecimal.valueOf(in90Days).divide(BigDecimal.valueOf(3), 1, RoundingMode.DOWN);
    }
}
