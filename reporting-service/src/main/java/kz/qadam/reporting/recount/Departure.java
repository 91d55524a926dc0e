package kz.qadam.reporting.recount;

import java.util.Optional;
import java.util.UUID;
import kz.qadam.reporting.json.Members;

/**
 * A completion passed from this learner and cohort to another.
 *
 * @param trainedVersion the version of the trained state here that takes its leaving into account
 */
record Departure(UUID learner, String cohort, long trainedVersion) {

    static Optional<Departure> of(Members json) {
        if (!json.has("movedFrom")) {
            return Optional.empty();
        }
        Members from = json.object("movedFrom");
        return Optional.of(new Departure(from.uuid("learnerId"), from.text("cohort"), from.whole("trainedVersion", 0)));
    }
}
