package kz.qadam.enrolment.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The state of an erasure: first the learner is blocked, then erased. */
enum ErasureState {
    @JsonProperty("blocked")
    BLOCKED,
    @JsonProperty("erased")
    ERASED;

    /** The word in the database and in events. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
