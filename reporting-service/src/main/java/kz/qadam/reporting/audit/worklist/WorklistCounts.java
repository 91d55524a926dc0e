package kz.qadam.reporting.audit.worklist;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many records of a worklist are in each state. */
@Schema(name = "WorklistCounts", description = "How many records are in each state; together they are all records.")
record WorklistCounts(
        @Schema(examples = "38") int agrees,
        @Schema(examples = "2") int differs,
        @Schema(examples = "1") int notFound,

        @Schema(description = "Not checked yet.", examples = "18")
        int open,

        @Schema(
                description = "Their learners are erased or blocked; they are in no share, whatever was found before.",
                examples = "1")
        int leftOut) {

    int all() {
        return checked() + open + leftOut;
    }

    int checked() {
        return agrees + differs + notFound;
    }

    Optional<AgreeingShare> agreeing() {
        return AgreeingShare.of(agrees, checked());
    }

    /** Says whether these are the counts that somebody was shown. */
    public String digest() {
        return agrees + "." + differs + "." + notFound + "." + open + "." + leftOut;
    }
}
