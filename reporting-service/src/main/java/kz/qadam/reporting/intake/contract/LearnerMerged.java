package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.reporting.rollup.fact.Merged;

/** The data of {@code kz.qadam.learner.merged.v1}: a learner was found to be the same person as another. */
record LearnerMerged(
        UUID learnerId,
        UUID into,
        long version,
        @MayBeAbsent Instant recordedAt) {

    Merged fact() {
        return new Merged(learnerId, into, version);
    }
}
