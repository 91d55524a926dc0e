package kz.qadam.reporting.catalogue.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How many people should be trained by the end of a day: a number, or a share of the target.
 *
 * @param trained the number of people; null if percent is set
 * @param percent the share of the target, 0 to 100; null if trained is set
 */
public record Milestone(LocalDate on, Long trained, BigDecimal percent) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException unless exactly one of both is set and in its range */
    public Milestone {
        if ((trained == null) == (percent == null)) {
            throw new IllegalArgumentException("a milestone has either trained or percent.");
        }
        if (trained != null ? trained < 0 : percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException(
                    "a milestone has a negative number, or a percentage that is not from 0 to 100.");
        }
    }

    /** The number of people, rounded down, and never more than the target. */
    long peopleOf(long target) {
        long people = trained != null
                ? trained
                : percent.multiply(BigDecimal.valueOf(target))
                        .divide(ALL, 0, RoundingMode.DOWN)
                        .longValueExact();
        return Math.min(people, target);
    }
}
