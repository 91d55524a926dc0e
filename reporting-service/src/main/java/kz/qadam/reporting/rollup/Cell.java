package kz.qadam.reporting.rollup;

import java.time.LocalDate;

/**
 * One place of the roll-up. A coordinate that is {@link #ALL} stands for all its values: so the grains, from the nation
 * down to an institution in a region, are cells of one kind.
 */
public record Cell(Measure measure, String cohort, String region, String institution, LocalDate day) {

    /** No code is empty. */
    public static final String ALL = "";

    /** The day of what counts whatever its day; it is on or before every day. */
    public static final LocalDate ANY_DAY = LocalDate.of(1, 1, 1);

    static Cell national(Measure measure, String cohort, LocalDate day) {
        return new Cell(measure, cohort, ALL, ALL, day);
    }

    static Cell regional(Measure measure, String cohort, String region, LocalDate day) {
        return new Cell(measure, cohort, region, ALL, day);
    }
}
