package kz.qadam.progress.preview;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The effect of another requirement. */
@Schema(
        name = "RequirementPreview",
        description = "How many would be trained under this requirement. Nothing was changed.")
public record RequirementPreviewView(
        @Schema(examples = "pupils") String cohort,
        RequirementPreviewPost.ProposedRequirement requirement,
        @Schema(examples = "2026-01-01") LocalDate validFrom,

        @Schema(description = "Learners of the cohort with an accepted completion.", examples = "300000")
        int learners,

        @Schema(description = "Trained by the present requirements.", examples = "260000")
        int trainedNow,

        @Schema(description = "Trained if this requirement were added.", examples = "180000")
        int trainedThen,

        @Schema(examples = "0") int becomeTrained,
        @Schema(examples = "80000") int becomeUntrained,

        @Schema(description = "Trained in both cases, but on another day.", examples = "120")
        int onAnotherDay,

        @Schema(description = "By the region in which the trained learners are counted.")
        List<InRegion> regions) {

    /** The effect in one region. */
    @Schema(name = "RequirementPreviewInRegion")
    public record InRegion(@Schema(examples = "KZ-75") String region, int trainedNow, int trainedThen) {}
}
