package kz.qadam.demo;

import java.time.LocalDate;
import java.util.Map;

/**
 * The parameters of a demo. The same plan leads to exactly the same history.
 *
 * @param size the relative size: 1 is the programme in its full size
 * @param until the last day with reports
 * @param years for how long there are reports
 */
record DemoPlan(long seed, double size, LocalDate until, int years) {

    private static final int YEARS_IN_ALL = 5;

    /** The first day of the programme. */
    LocalDate startsOn() {
        return until.plusDays(1).minusYears(years);
    }

    /** The last day of the programme. */
    LocalDate horizon() {
        return startsOn().plusYears(YEARS_IN_ALL).minusDays(1);
    }

    int scaled(int full) {
        return (int) Math.round(full * size);
    }

    /** From the second year on two courses of 36 hours together make a civil servant trained; else any one course does. */
    Map<Cohort, Requirement> requirements() {
        return Map.of(Cohort.CIVIL_SERVANTS, new Requirement(startsOn().plusYears(1), 2, 36));
    }
}
