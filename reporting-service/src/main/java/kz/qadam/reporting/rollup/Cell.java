package kz.qadam.reporting.rollup;

import java.time.LocalDate;

/**
 * A cell of the roll-up: the count of a measure for one cohort, one member of a dimension and one day.
 *
 * @param cohort {@link #ALL} for a count over all cohorts
 * @param member the code of the member, such as a region or an institution; {@link #ALL} for the nation
 */
public record Cell(Measure measure, String cohort, Dimension dimension, String member, LocalDate day) {

    /** Stands for all cohorts and for the nation. No code is empty. */
    public static final String ALL = "";

    /** The day of measures that do not depend on a day. It is before every real day. */
    public static final LocalDate ANY_DAY = LocalDate.of(1, 1, 1);

    Cell on(LocalDate otherDay) {
        return new Cell(measure, cohort, dimension, member, otherDay);
    }
}
