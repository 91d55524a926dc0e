package kz.qadam.reporting.rollup.fact;

import java.util.List;
import java.util.UUID;

/**
 * A fact about how the records of a person are treated. It counts in no cell and has no table of facts: the intake acts
 * on it.
 */
public interface BlockOrErasure extends Fact {

    /** The surviving one of the person. */
    UUID learnerId();

    /** All ids of the person. */
    List<UUID> learners();
}
