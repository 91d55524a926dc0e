package kz.qadam.reporting.recount;

import java.util.UUID;
import kz.qadam.reporting.json.Members;

/** An enrolment as its newest event states it. */
record Joined(UUID id, long version, UUID learner, Spot spot) {

    static Joined of(Members json) {
        return new Joined(json.uuid("enrolmentId"), json.whole("version", 1), json.uuid("learnerId"), Spot.of(json));
    }
}
