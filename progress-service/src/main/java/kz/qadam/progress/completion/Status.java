package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a completion stands. */
public enum Status {
    /** Its enrolment is not known yet. */
    PENDING,
    ACCEPTED,
    /** Kept, and does not count: it is dated before its enrolment. */
    REFUSED,
    /** For ever. */
    REVOKED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
