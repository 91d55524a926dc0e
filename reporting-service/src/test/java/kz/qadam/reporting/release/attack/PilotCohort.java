package kz.qadam.reporting.release.attack;

import java.util.List;

/** The cohorts of a pilot: each tempts the attacker in another way. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are immutable.
enum PilotCohort {
    /**
     * Schools of all sizes. The centre teaches most pupils of one school in each region too, and a few others. Nearly all
     * of these learn on a platform as well, so that three institutions know nearly the same people.
     */
    PUPILS("pupils", 1_000L, 2, List.of(0, 8, 14, 35, 60, 90), List.of(1, 2, 4, 7, 9), 0.9, 0.95),
    /** The centre trains nearly everybody; each agency trains a few, whom the centre does not know. */
    CIVIL_SERVANTS("civil-servants", 500L, 1, List.of(0, 0, 1, 2, 3, 5), List.of(30, 55, 80, 120), 0.3, 0),
    /** Few people everywhere: many regions are too small to publish. */
    STUDENTS("students", null, 1, List.of(0, 1, 2, 4, 6, 9, 13), List.of(0, 1, 3, 8), 0.1, 0),
    /** Large enough for the country to be published daily. */
    BUSINESS("business", 1_500L, 1, List.of(25, 60, 110, 150), List.of(0, 20), 0, 0);

    private final String code;
    private final Long target;
    private final int coursesNeeded;
    private final List<Integer> peopleOfInstitution;
    private final List<Integer> peopleOfCentre;
    private final double shared;
    private final double onPlatform;

    PilotCohort(
            String code,
            Long target,
            int coursesNeeded,
            List<Integer> peopleOfInstitution,
            List<Integer> peopleOfCentre,
            double shared,
            double onPlatform) {
        this.code = code;
        this.target = target;
        this.coursesNeeded = coursesNeeded;
        this.peopleOfInstitution = peopleOfInstitution;
        this.peopleOfCentre = peopleOfCentre;
        this.shared = shared;
        this.onPlatform = onPlatform;
    }

    String code() {
        return code;
    }

    /** Null: none. */
    Long target() {
        return target;
    }

    int coursesNeeded() {
        return coursesNeeded;
    }

    /** How many people an institution of a region has in the end: one of these. */
    List<Integer> peopleOfInstitution() {
        return peopleOfInstitution;
    }

    /** How many people that nobody else knows the centre has in a region in the end: one of these. */
    List<Integer> peopleOfCentre() {
        return peopleOfCentre;
    }

    /** Which share of the people of the first institution of a region learn at the centre too. */
    double shared() {
        return shared;
    }

    /** Which share of these people learn on the platform as well. */
    double onPlatform() {
        return onPlatform;
    }
}
