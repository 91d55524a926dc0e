package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Trained;

/**
 * The data of {@code kz.qadam.learner.no-longer-trained.v1}: a learner is not, or not any more, trained in a cohort.
 */
record LearnerNoLongerTrained(
        UUID learnerId,
        String cohort,
        @MayBeAbsent Boolean trained,
        long programmeVersion,
        long cohortVersion,
        String cause,
        long version,
        @MayBeAbsent Instant recordedAt) {

    Trained fact() {
        return new Trained(learnerId, cohort, version, programmeVersion, cohortVersion, Cause.ofTrained(cause), null);
    }
}
