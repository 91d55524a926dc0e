package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.qadam.chassis.problem.Problem;

/** The status of a completion. */
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

    /** As it is stored. */
    @Override
    public String toString() {
        return word();
    }

    /**
     * The one that a query asks for; null for none.
     *
     * @throws Problem 400 if there is no such
     */
    static Status wanted(String word) {
        return word == null
                ? null
                : of(word).orElseThrow(() -> Problem.badParameter("status", "unknown-value", "status", words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(Status::word).collect(Collectors.joining(", "));
    }

    static Optional<Status> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
