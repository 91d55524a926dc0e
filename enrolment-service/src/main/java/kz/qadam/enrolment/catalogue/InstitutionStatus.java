package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an institution may report. */
public enum InstitutionStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("closed")
    CLOSED
}
