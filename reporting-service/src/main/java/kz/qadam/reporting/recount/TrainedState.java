package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.reporting.json.Members;

/**
 * What progress-service published last of a learner in a cohort. The recount does not rely on it: it only sees how far
 * that is, and leaves out the learners of whom the next state is still on its way.
 *
 * @param on null if not trained, as are the members
 */
record TrainedState(UUID learner, String cohort, long version, LocalDate on, NamedMembers named) {

    static TrainedState of(Members json) {
        boolean trained = json.flag("trained");
        return new TrainedState(
                json.uuid("learnerId"),
                json.text("cohort"),
                json.whole("version", 1),
                trained ? json.date("trainedOn") : null,
                trained ? NamedMembers.of(json) : null);
    }
}
