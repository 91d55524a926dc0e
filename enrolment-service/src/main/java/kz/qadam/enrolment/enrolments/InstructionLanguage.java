package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The language in which an enrolment is taught. */
enum InstructionLanguage {
    @JsonProperty("kk")
    KK,
    @JsonProperty("ru")
    RU,
    @JsonProperty("en")
    EN,

    /** Takes the language away; it is never stored. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** The code in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
