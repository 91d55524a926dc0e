package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.reporting.json.Members;

/**
 * What progress-service told last of a learner in a cohort. The recount does not believe it; it only asks how far it has
 * come, and leaves out those about whom the next word is still on its way.
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
