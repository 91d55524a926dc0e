package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The status of an enrolment. It is derived, so it does not depend on the order of events. */
enum EnrolmentStatus {
    @JsonProperty("enrolled")
    ENROLLED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** A withdrawal does not revoke a completion, but takes precedence in the status. */
    static EnrolmentStatus of(boolean withdrawn, boolean completed) {
        if (withdrawn) {
            return WITHDRAWN;
        }
        return completed ? COMPLETED : ENROLLED;
    }
}
