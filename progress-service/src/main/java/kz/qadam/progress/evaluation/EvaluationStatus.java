package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;

/** The progress of an evaluation. */
public enum EvaluationStatus {
    /** Not begun, because an earlier evaluation is running. */
    WAITING("e.finished_at is null and not e.begun"),
    RUNNING("e.finished_at is null and e.begun"),
    FINISHED("e.finished_at is not null");

    private final String condition;

    EvaluationStatus(String condition) {
        this.condition = condition;
    }

    /** The condition in SQL, for the table evaluation with the alias e. */
    String condition() {
        return condition;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EvaluationStatus of(boolean begun, boolean finished) {
        if (finished) {
            return FINISHED;
        }
        return begun ? RUNNING : WAITING;
    }

    /**
     * Reads the query parameter; null if it is not given.
     *
     * @throws Problem 400 for an unknown word
     */
    static EvaluationStatus ofParameter(String word) {
        return word == null
                ? null
                : Arrays.stream(values())
                        .filter(status -> status.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> Problem.badParameter("status", "unknown-value", "status", words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(EvaluationStatus::word).collect(Collectors.joining(", "));
    }
}
