package kz.qadam.reporting.audit.hint;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to settle a hint. */
@Schema(name = "NewHintSettlement", description = "What was found out about a hint.")
record HintSettlementPost(
        @Schema(
                description = "explained: the pattern has a good reason; corrected: data were wrong, and are corrected;"
                        + " followed-up: it is followed up elsewhere, and the reason says where.",
                enumeration = {"explained", "corrected", "followed-up"},
                examples = "explained")
        @NotNull
        Outcome outcome,

        @Schema(
                description = "Why. It names no person; of a hint about one person an erasure deletes it.",
                examples = "a file of the whole class, sent after the examination")
        @NotNull
        @Size(max = 1000)
        @FreeText
        String reason) {

    /** What was found out. */
    enum Outcome {
        @JsonProperty("explained")
        EXPLAINED,
        @JsonProperty("corrected")
        CORRECTED,
        @JsonProperty("followed-up")
        FOLLOWED_UP;

        /** The code in the database. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final ItemReader<HintSettlementPost> READER = ItemReader.of(HintSettlementPost.class);

    static final String EXAMPLE = """
            {"outcome": "explained", "reason": "a file of the whole class, sent after the examination"}""";
}
