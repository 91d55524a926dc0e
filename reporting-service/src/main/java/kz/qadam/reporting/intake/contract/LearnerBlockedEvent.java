package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.rollup.fact.LearnerBlocked;

/** The data of {@code kz.qadam.learner.blocked.v1}: a person is blocked for a time, or the block is lifted. */
record LearnerBlockedEvent(UUID learnerId, boolean blocked, List<UUID> learners, long version, Instant recordedAt) {

    LearnerBlocked fact() {
        return new LearnerBlocked(learnerId, blocked, learners, version);
    }
}
