package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The newest state that progress-service published for a learner in a cohort. The recount does not rely on it: it only
 * compares versions, and leaves out the learners whose next state has not arrived.
 *
 * @param trainedOn null if the learner is not trained, as are the members that follow
 */
record TrainedState(
        UUID learnerId,
        String cohort,
        long version,
        @MayBeAbsent LocalDate trainedOn,
        @MayBeAbsent UUID completionId,
        @MayBeAbsent String region,
        @MayBeAbsent String institution,
        @MayBeAbsent String course)
        implements RecountedState {

    boolean isTrained() {
        return trainedOn != null;
    }
}
