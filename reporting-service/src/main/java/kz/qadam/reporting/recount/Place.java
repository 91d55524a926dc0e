package kz.qadam.reporting.recount;

import java.time.LocalDate;

/**
 * Where something is counted.
 *
 * @param cohort empty for all
 * @param grain nation, region, institution, course or area, as in the roll-up's rows
 * @param code of the place; empty for the nation
 */
record Place(String measure, String cohort, String grain, String code, LocalDate day) {

    Place on(LocalDate otherDay) {
        return new Place(measure, cohort, grain, code, otherDay);
    }
}
