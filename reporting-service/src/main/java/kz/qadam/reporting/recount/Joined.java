package kz.qadam.reporting.recount;

import java.util.UUID;
import kz.qadam.reporting.json.Members;

/** An enrolment as its newest event states it. */
record Joined(UUID id, long version, UUID learner, String cohort, String region, String institution) {

    static Joined of(Members json) {
        return new Joined(
                json.uuid("enrolmentId"),
                json.whole("version", 1),
                json.uuid("learnerId"),
                json.text("cohort"),
                json.text("region"),
                json.text("institution"));
    }
}
