package kz.qadam.reporting.audit.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.SelfChecking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an auditor has found about a record. */
@Schema(name = "NewFinding", description = "What was found about a record.")
record WorklistFindingPost(
        @Schema(
                description = "agrees: the institution's own documents say the same; differs: they say something else,"
                        + " and note says what; not-found: there are none.",
                enumeration = {"agrees", "differs", "not-found"},
                examples = "agrees")
        @NotNull
        Outcome outcome,

        @Schema(
                description = "Required with differs. It names no person; an erasure of the learner deletes it.",
                examples = "the certificate is of 12 May")
        @Size(max = 1000)
        @FreeText
        String note)
        implements SelfChecking {

    /** What was found. */
    enum Outcome {
        @JsonProperty("agrees")
        AGREES,
        @JsonProperty("differs")
        DIFFERS,
        @JsonProperty("not-found")
        NOT_FOUND;

        /** The code in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final ItemReader<WorklistFindingPost> READER = ItemReader.of(WorklistFindingPost.class);

    static final String EXAMPLE = """
            {"outcome": "differs", "note": "the certificate is of 12 May"}""";

    @Override
    public void check(ItemFields fields) {
        if (outcome == Outcome.DIFFERS && note == null) {
            fields.require("note");
        }
    }
}
