package kz.qadam.enrolment.completions;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.util.Set;
import java.util.UUID;

/** The members of {@code kz.qadam.completion.*.v1} from which this service derives the status of an enrolment. */
record CompletionEvent(UUID completionId, UUID enrolmentId, String status, int version) {

    private static final Set<String> STATUSES = Set.of("accepted", "pending", "refused", "revoked");

    CompletionEvent {
        require(STATUSES.contains(status), "status is not a value of the contract.");
        require(version >= 1, "version is not a whole number from 1.");
    }

    Completion completion() {
        return new Completion(completionId, enrolmentId, status.equals("accepted"), version);
    }
}
