package kz.qadam.reporting.fact;

/** What an event says: the whole state of its subject at this version of it. */
public sealed interface Fact permits Completion, Enrolment, Trained, Merged, Described, Evaluation, Tally {

    /** Counts the states of the subject; the higher one holds. */
    long version();
}
