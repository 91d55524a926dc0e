package kz.qadam.enrolment.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a learner is erased. */
enum ErasureReason {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,
    @JsonProperty("no-basis")
    NO_BASIS,
    @JsonProperty("sent-by-mistake")
    SENT_BY_MISTAKE;

    /** The code in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
