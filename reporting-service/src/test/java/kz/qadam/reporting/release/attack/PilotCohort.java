package kz.qadam.reporting.release.attack;

/** The cohorts of a pilot: each tempts the attacker in another way. */
enum PilotCohort {
    /** Schools of all sizes. The centre teaches most pupils of one school in each region too, and a few others. */
    PUPILS("pupils", 1_000L, 2, new int[] {0, 8, 14, 35, 60, 90}, new int[] {1, 2, 4, 7, 9}, 0.9),
    /** The centre trains nearly everybody; each agency trains a few, whom the centre does not know. */
    CIVIL_SERVANTS("civil-servants", 500L, 1, new int[] {0, 0, 1, 2, 3, 5}, new int[] {30, 55, 80, 120}, 0.3),
    /** Few people everywhere: many regions are too small to publish. */
    STUDENTS("students", null, 1, new int[] {0, 1, 2, 4, 6, 9, 13}, new int[] {0, 1, 3, 8}, 0.1),
    /** Large enough for the country to be published daily. */
    BUSINESS("business", 1_500L, 1, new int[] {25, 60, 110, 150}, new int[] {0, 20}, 0.0);

    private final String code;
    private final Long target;
    private final int coursesNeeded;
    private final int[] peopleOfInstitution;
    private final int[] peopleOfCentre;
    private final double shared;

    PilotCohort(
            String code,
            Long target,
            int coursesNeeded,
            int[] peopleOfInstitution,
            int[] peopleOfCentre,
            double shared) {
        this.code = code;
        this.target = target;
        this.coursesNeeded = coursesNeeded;
        this.peopleOfInstitution = peopleOfInstitution;
        this.peopleOfCentre = peopleOfCentre;
        this.shared = shared;
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
    int[] peopleOfInstitution() {
        return peopleOfInstitution.clone();
    }

    /** How many people that nobody else knows the centre has in a region in the end: one of these. */
    int[] peopleOfCentre() {
        return peopleOfCentre.clone();
    }

    /** Which share of the people of the first institution of a region learn at the centre too. */
    double shared() {
        return shared;
    }
}
