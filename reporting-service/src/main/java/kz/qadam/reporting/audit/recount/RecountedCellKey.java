package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;

/**
 * A cell of the recount, comparable with a row of the roll-up.
 *
 * @param cohort empty for all cohorts
 * @param dimension the code of the dimension, as in the rows of the roll-up
 * @param member the code of the member; empty for the nation
 */
record RecountedCellKey(String measure, String cohort, String dimension, String member, LocalDate day) {

    RecountedCellKey withDay(LocalDate otherDay) {
        return new RecountedCellKey(measure, cohort, dimension, member, otherDay);
    }
}
