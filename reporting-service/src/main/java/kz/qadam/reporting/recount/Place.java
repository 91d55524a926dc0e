package kz.qadam.reporting.recount;

import java.time.LocalDate;

/** Where something is counted; empty stands for all, as in the roll-up's rows. */
record Place(String measure, String cohort, String region, String institution, LocalDate day) {

    /** The day in the roll-up's rows of what counts whatever its day. */
    private static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

    static Place undated(String measure, String cohort, String region, String institution) {
        return new Place(measure, cohort, region, institution, UNDATED);
    }

    Place ofAllDays() {
        return new Place(measure, cohort, region, institution, UNDATED);
    }
}
