package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of an institution. */
enum InstitutionKind {
    @JsonProperty("school")
    SCHOOL,
    @JsonProperty("university")
    UNIVERSITY,
    @JsonProperty("agency")
    AGENCY,
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("training-centre")
    TRAINING_CENTRE
}
