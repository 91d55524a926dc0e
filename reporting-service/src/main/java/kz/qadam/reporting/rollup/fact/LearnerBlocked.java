package kz.qadam.reporting.rollup.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person is blocked for a time, or the block is lifted; the data of {@code kz.qadam.learner.blocked.v1}. It
 * decides what institutions can read.
 *
 * @param learnerId the surviving one of the person
 * @param learners all ids of the person
 * @param version higher than that of every earlier state of each of these ids
 */
public record LearnerBlocked(UUID learnerId, boolean blocked, List<UUID> learners, long version, Instant recordedAt)
        implements BlockOrErasure {}
