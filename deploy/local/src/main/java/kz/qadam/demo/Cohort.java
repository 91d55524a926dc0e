package kz.qadam.demo;

import java.util.Locale;

/**
 * The cohorts of the programme, and how their members take courses. Members of a later cohort may already belong to an
 * earlier one.
 */
enum Cohort {
    STUDENTS(300_000, 62_000, Season.TERMS, 0.9, 0.12, 0.2),
    CIVIL_SERVANTS(90_000, 41_000, Season.OFFICE, 0.96, 0.85, 0.2),
    BUSINESS(80_000, 41_000, Season.OFFICE, 0.9, 0.12, 0.1),
    CITIZENS(null, 11_000, Season.EVENINGS, 0.75, 0.12, 0),
    PUPILS(500_000, 76_000, Season.SCHOOL_YEAR, 0.88, 0.08, 0);

    private final Integer target;
    private final int people;
    private final Season season;
    private final double diligence;
    private final double second;
    private final double third;

    /**
     * @param target null if there is none
     * @param people how many have been enrolled after two years
     * @param diligence the share of started courses that are finished
     * @param second the probability that a person with one course takes a second one
     * @param third the probability that a person with two courses takes a third one
     */
    Cohort(Integer target, int people, Season season, double diligence, double second, double third) {
        this.target = target;
        this.people = people;
        this.season = season;
        this.diligence = diligence;
        this.second = second;
        this.third = third;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Integer target() {
        return target;
    }

    int people() {
        return people;
    }

    Season season() {
        return season;
    }

    double diligence() {
        return diligence;
    }

    /** The probability that a person with this many courses takes another one. */
    double zeal(int taken) {
        return switch (taken) {
            case 1 -> second;
            case 2 -> third;
            default -> 0;
        };
    }
}
