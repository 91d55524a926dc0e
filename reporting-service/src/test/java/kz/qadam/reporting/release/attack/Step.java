package kz.qadam.reporting.release.attack;

import java.util.TreeMap;

/**
 * What is true when a release is made.
 *
 * @param course those who take a course, in the same places
 * @param isMonthEnd whether the places are published, not only the country
 */
record Step(KnownCohort people, KnownCohort course, boolean isMonthEnd) {

    private static final KnownCohort NOBODY = new KnownCohort(new TreeMap<>());

    static Step ofMonthEnd(KnownCohort people) {
        return new Step(people, NOBODY, true);
    }

    static Step ofWeekEnd(KnownCohort people) {
        return new Step(people, NOBODY, false);
    }
}
