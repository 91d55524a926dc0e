package kz.qadam.reporting.audit.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.problem.Problem;

/** Which records of a worklist are listed, and the state of each. */
enum RecordState {
    /** Not checked yet. */
    @JsonProperty("open")
    OPEN,
    /** With a finding. */
    @JsonProperty("checked")
    CHECKED,
    /** The learner is erased or blocked. */
    @JsonProperty("left-out")
    LEFT_OUT;

    private static final String ALL =
            Arrays.stream(values()).map(RecordState::toString).collect(Collectors.joining(", "));

    /**
     * Reads the parameter {@code state}; null: all.
     *
     * @throws Problem 400 for another one
     */
    static RecordState ofParameter(String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("state", "unknown-value", "state", ALL));
    }

    /** The code in the database and in the parameter. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
