package kz.qadam.enrolment.personrecords;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who asks the office what is held. */
enum Requester {
    /** The person. */
    @JsonProperty("self")
    SELF,

    /** A legal representative, such as a parent of a minor. */
    @JsonProperty("representative")
    REPRESENTATIVE
}
