package kz.qadam.reporting.rollup.fact;

import java.util.List;
import java.util.UUID;

/**
 * A person is blocked, or erased. It counts in no cell and has no table of facts: it decides which texts are kept.
 *
 * @param learner the surviving one of the person
 * @param learners all ids of the person
 * @param enrolments all enrolments of the person
 */
public record LearnerErased(UUID learner, boolean isErased, List<UUID> learners, List<UUID> enrolments, long version)
        implements Fact {}
