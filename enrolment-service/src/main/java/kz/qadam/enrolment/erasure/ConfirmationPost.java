package kz.qadam.enrolment.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of the confirmation of a task. */
@Schema(name = "NewErasureConfirmation", description = "What an institution has done with its references.")
record ConfirmationPost(
        @Schema(
                description = "forgotten: the references and what was held under them are deleted. kept-by-law: a law"
                        + " obliges the institution to keep them.",
                enumeration = {"forgotten", "kept-by-law"},
                examples = "forgotten")
        @NotNull
        Outcome outcome) {

    /** What an institution has done with its references. */
    enum Outcome {
        @JsonProperty("forgotten")
        FORGOTTEN,
        @JsonProperty("kept-by-law")
        KEPT_BY_LAW;

        /** The code in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final ItemReader<ConfirmationPost> READER = ItemReader.of(ConfirmationPost.class);

    static final String EXAMPLE = """
            {"outcome": "forgotten"}""";

    /** @throws kz.qadam.chassis.http.problem.Problem if the body has faults */
    static ConfirmationPost read(ItemFields fields) {
        return READER.readOrThrow(fields);
    }
}
