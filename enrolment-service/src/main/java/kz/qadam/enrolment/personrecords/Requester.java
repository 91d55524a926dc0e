package kz.qadam.enrolment.personrecords;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who asks the office what is held. */
enum Requester {
    /** The person. */
    SELF,

    /** A legal representative, such as a parent of a minor. */
    REPRESENTATIVE;

    /** The word for it in requests and answers. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
