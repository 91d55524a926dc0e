package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of an enrolment: derived, so that it is the same whatever came first. */
enum EnrolmentStatus {
    @JsonProperty("enrolled")
    ENROLLED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /** A withdrawal takes no completion back, and shows before it. */
    static EnrolmentStatus of(boolean withdrawn, boolean completed) {
        if (withdrawn) {
            return WITHDRAWN;
        }
        return completed ? COMPLETED : ENROLLED;
    }
}
