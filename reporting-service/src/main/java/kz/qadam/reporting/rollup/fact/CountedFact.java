package kz.qadam.reporting.rollup.fact;

import java.util.Optional;
import java.util.UUID;

/** A fact about a learner, which may count in cells of the roll-up. */
public sealed interface CountedFact extends Fact permits Completion, Enrolment, Trained {

    /** Identifies what the fact is about: the same in all its versions. A subject can pass to another learner. */
    Object subject();

    UUID learner();

    /** Why this state began. */
    Cause cause();

    /** The members of dimensions; empty for a learner who is not trained. */
    Optional<EventMembers> members();
}
