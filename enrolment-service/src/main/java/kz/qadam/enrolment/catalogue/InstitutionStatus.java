package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Only an active institution may enrol learners and report completions. */
public enum InstitutionStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("closed")
    CLOSED
}
