package kz.qadam.enrolment.completions;

import static kz.qadam.chassis.event.EventJson.require;

import java.util.Set;
import java.util.UUID;

/** What this service relies on in {@code kz.qadam.completion.*.v1}: the status of an enrolment depends on it. */
record CompletionEvent(UUID completionId, UUID enrolmentId, String status, int version) {

    private static final Set<String> STATUSES = Set.of("accepted", "pending", "refused", "revoked");

    CompletionEvent {
        require(STATUSES.contains(status), "status is none that is known here.");
        require(version >= 1, "version is not a whole number from 1.");
    }

    Completion completion() {
        return new Completion(completionId, enrolmentId, status.equals("accepted"), version);
    }
}
