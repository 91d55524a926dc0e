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

    /** The day in the roll-up's rows of what counts whatever its day. */
    private static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

    Place ofAllDays() {
        return on(UNDATED);
    }

    Place on(LocalDate otherDay) {
        return new Place(measure, cohort, grain, code, otherDay);
    }

    String codeAt(String wanted) {
        return grain.equals(wanted) ? code : null;
    }
}
