package kz.qadam.reporting.rollup;

import java.time.LocalDate;

/**
 * One member of a dimension in the roll-up, on one day.
 *
 * @param cohort empty for what is counted over all
 * @param member the code of the region, the institution or whatever the dimension has; empty for the nation
 */
public record Cell(Measure measure, String cohort, Dimension dimension, String member, LocalDate day) {

    /** No code is empty. */
    public static final String ALL = "";

    /** The day of what counts whatever its day; it is on or before every day. */
    public static final LocalDate ANY_DAY = LocalDate.of(1, 1, 1);

    Cell on(LocalDate otherDay) {
        return new Cell(measure, cohort, dimension, member, otherDay);
    }
}
