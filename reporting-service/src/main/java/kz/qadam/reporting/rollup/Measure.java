package kz.qadam.reporting.rollup;

import java.util.Locale;

/** What is counted. The measures never mix (rule 1). */
public enum Measure {
    /** Trained people: learner and cohort, on the day of their training. Adds up over regions, institutions, courses. */
    TRAINED,
    /** Completions that count, on their day. Adds up too. */
    COMPLETIONS,
    /** Learner and cohort with a completion that counts, on the day of the first. Does not add up. */
    COMPLETED,
    /** Learner and cohort with any enrolment, whatever its day. Does not add up: one may enrol in two places. */
    ENROLLED,
    /** Persons trained in any cohort, on the first of their days. National only. */
    PEOPLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it is stored and answered. */
    public String code() {
        return code;
    }
}
