package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.qadam.chassis.problem.Problem;

/** How far an evaluation has come. */
public enum EvaluationStatus {
    /** It has not begun: one before it goes on. */
    WAITING("e.finished_at is null and not e.begun"),
    RUNNING("e.finished_at is null and e.begun"),
    FINISHED("e.finished_at is not null");

    private final String condition;

    EvaluationStatus(String condition) {
        this.condition = condition;
    }

    /** In SQL, of a row of evaluation that is called e. */
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
     * The one that a query asks for; null for none.
     *
     * @throws Problem 400 if there is no such
     */
    static EvaluationStatus wanted(String word) {
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
