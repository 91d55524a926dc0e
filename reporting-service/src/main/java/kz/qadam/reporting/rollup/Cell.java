package kz.qadam.reporting.rollup;

import java.time.LocalDate;

/**
 * One place of the roll-up, on one day.
 *
 * @param cohort empty for what is counted over all
 * @param place the code of the region, the institution, the course or the area; empty for the nation
 */
public record Cell(Measure measure, String cohort, Grain grain, String place, LocalDate day) {

    /** No code is empty. */
    public static final String ALL = "";

    /** The day of what counts whatever its day; it is on or before every day. */
    public static final LocalDate ANY_DAY = LocalDate.of(1, 1, 1);

    static Cell national(Measure measure, String cohort, LocalDate day) {
        return new Cell(measure, cohort, Grain.NATION, ALL, day);
    }

    Cell on(LocalDate otherDay) {
        return new Cell(measure, cohort, grain, place, otherDay);
    }
}
