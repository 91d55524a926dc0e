package kz.qadam.reporting.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How many the office wants trained by the end of a day: people, or a share of the target.
 *
 * @param trained null if it is a share
 * @param percent of the target, 0 to 100; null if it is people
 */
public record Milestone(LocalDate on, Long trained, BigDecimal percent) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if it is not one of both */
    public Milestone {
        if ((trained == null) == (percent == null)) {
            throw new IllegalArgumentException("a milestone has either trained or percent.");
        }
        if (trained != null ? trained < 0 : percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("a milestone lies outside of nothing and the whole target.");
        }
    }

    /** In whole people, rounded down, and never more than the target. */
    long of(long target) {
        long people = trained != null
                ? trained
                : percent.multiply(BigDecimal.valueOf(target))
                        .divide(ALL, 0, RoundingMode.DOWN)
                        .longValueExact();
        return Math.min(people, target);
    }
}
