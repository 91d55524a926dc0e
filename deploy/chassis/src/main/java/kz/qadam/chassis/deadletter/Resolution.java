package kz.qadam.chassis.deadletter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Form;
import kz.qadam.chassis.batch.FreeText;
import kz.qadam.chassis.problem.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides about a dead letter, and why. */
@Schema(description = "What is decided about a dead letter, and why.")
public record Resolution(
        @Schema(description = "retry: read it again as it came; discard: it stays unread for ever.") @NotNull
        Action action,

        @Schema(description = "For those who ask later.", examples = "The reader has learnt the new region.")
        @NotNull
        @Size(max = 1_000)
        @FreeText
        String reason) {

    private static final Form<Resolution> FORM = Form.of(Resolution.class);

    /**
     * Reads it.
     *
     * @throws kz.qadam.chassis.problem.Problem if it cannot be read, or names a person
     */
    public static Resolution read(Fields fields) {
        return FORM.readOrThrow(fields);
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
