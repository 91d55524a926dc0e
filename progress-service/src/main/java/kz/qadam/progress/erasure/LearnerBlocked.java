package kz.qadam.progress.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The members of {@code kz.qadam.learner.blocked.v1} that this service uses: a person is blocked for a time, or the block
 * is lifted.
 *
 * @param learners all ids of the person
 * @param version higher than that of every earlier state of each of these ids
 */
public record LearnerBlocked(UUID learnerId, boolean blocked, List<UUID> learners, int version, Instant recordedAt) {}
