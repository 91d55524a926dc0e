package kz.qadam.chassis.events.deadletter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user's decision about a dead letter, with its reason. */
@Schema(description = "The decision about a dead letter, with its reason.")
public record Resolution(
        @Schema(description = "retry: take the event in again as received; discard: never take it in.") @NotNull
        Action action,

        @Schema(
                description = "For later readers. It must not name a person.",
                examples = "The reader has learnt the new region.")
        @NotNull
        @Size(max = 1_000)
        @FreeText
        String reason) {

    private static final ItemReader<Resolution> READER = ItemReader.of(Resolution.class);

    /**
     * Reads a resolution.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if it cannot be read, or names a person
     */
    public static Resolution read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }

    /** What the user decides. */
    public enum Action {
        retry("retried"),
        discard("discarded");

        private final String outcome;

        Action(String outcome) {
            this.outcome = outcome;
        }

        /** The resulting state of the dead letter. */
        public String outcome() {
            return outcome;
        }
    }
}
