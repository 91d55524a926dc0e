package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of a completion. */
@Schema(name = "Status")
public enum CompletionStatus {
    /** Its enrolment is not known yet. */
    PENDING,
    ACCEPTED,
    /** Recorded, but does not count: the completion is dated before its enrolment. */
    REFUSED,
    /** Final: no later state changes it. */
    REVOKED;

    private final String word = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String word() {
        return word;
    }

    /** The word that is stored in the database. */
    @Override
    public String toString() {
        return word();
    }

    /**
     * Reads the query parameter; null if it is not given.
     *
     * @throws Problem 400 for an unknown word
     */
    static CompletionStatus ofParameter(String word) {
        return word == null
                ? null
                : of(word).orElseThrow(() -> Problem.badParameter("status", "unknown-value", "status", words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(CompletionStatus::word).collect(Collectors.joining(", "));
    }

    static Optional<CompletionStatus> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
