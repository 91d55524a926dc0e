package kz.qadam.reporting.release.attack;

/** How far a learner has come in a cohort, from the widest measure to the narrowest. */
public enum Stage {
    ENROLLED,
    /** Has completed a course too. */
    COMPLETED,
    /** Has met the requirement of the cohort too. */
    TRAINED
}
