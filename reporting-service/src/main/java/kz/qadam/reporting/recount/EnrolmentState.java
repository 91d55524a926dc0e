package kz.qadam.reporting.recount;

import java.util.UUID;
import kz.qadam.reporting.json.Members;

/** An enrolment as its newest event states it. */
record EnrolmentState(UUID id, long version, UUID learner, NamedMembers named) {

    static EnrolmentState of(Members json) {
        return new EnrolmentState(
                json.uuid("enrolmentId"), json.whole("version", 1), json.uuid("learnerId"), NamedMembers.of(json));
    }
}
