package kz.qadam.reporting.recount;

import java.time.LocalDate;

/**
 * Where something is counted.
 *
 * @param cohort empty for all
 * @param dimension as in the roll-up's rows
 * @param member its code; empty for the nation
 */
record RecountedCell(String measure, String cohort, String dimension, String member, LocalDate day) {

    RecountedCell on(LocalDate otherDay) {
        return new RecountedCell(measure, cohort, dimension, member, otherDay);
    }
}
