package kz.qadam.reporting.audit.recount;

import java.util.UUID;
import kz.qadam.chassis.events.event.EventJson;

/**
 * A state of a learner's enrolment, completion or training. The records declare the members that the recount needs,
 * once more and on purpose: the recount does not share the records by which the intake reads the same events.
 */
sealed interface RecountedState permits RecountedCompletion, RecountedEnrolment, TrainedState {

    long version();

    UUID learnerId();

    String cohort();

    String region();

    String institution();

    String course();

    /** Reads an event that the intake has accepted. */
    static RecountedState read(String eventType, String data) {
        if (eventType.startsWith("kz.qadam.enrolment.")) {
            return EventJson.readAgain(data, RecountedEnrolment.class);
        }
        return eventType.startsWith("kz.qadam.completion.")
                ? EventJson.readAgain(data, RecountedCompletion.class)
                : EventJson.readAgain(data, TrainedState.class);
    }
}
