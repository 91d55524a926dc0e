package kz.qadam.chassis.deadletter;

import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides about a dead letter, and why. */
@Schema(description = "What is decided about a dead letter, and why.")
public record Resolution(
        @Schema(required = true, description = "retry: read it again as it came; discard: it stays unread for ever.")
        Action action,

        @Schema(
                required = true,
                maxLength = 1_000,
                description = "For those who ask later.",
                examples = "The reader has learnt the new region.")
        String reason) {

    /**
     * Reads it.
     *
     * @throws kz.qadam.chassis.problem.Problem if it cannot be read, or names a person
     */
    public static Resolution read(Fields fields) {
        fields.require("action", "reason");
        var resolution = new Resolution(fields.oneOf("action", Action.class), fields.freeText("reason", 1_000));
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return resolution;
    }

    static Fault refused(String reason) {
        return Fault.at("/action", "still-unreadable", reason);
    }

    /** What is done with it. */
    public enum Action {
        retry("retried"),
        discard("discarded");

        private final String outcome;

        Action(String outcome) {
            this.outcome = outcome;
        }

        /** What it is then. */
        public String outcome() {
            return outcome;
        }
    }
}
