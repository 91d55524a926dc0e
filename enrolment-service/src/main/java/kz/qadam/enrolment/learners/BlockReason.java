package kz.qadam.enrolment.learners;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a learner is blocked for a time. */
enum BlockReason {
    /** The person says that something is wrong. */
    @JsonProperty("disputed")
    DISPUTED,

    /** It may be held without a basis in law. */
    @JsonProperty("unlawful")
    UNLAWFUL,

    /** The person, or a representative, asks for it. */
    @JsonProperty("requested")
    REQUESTED;

    /** The code in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
