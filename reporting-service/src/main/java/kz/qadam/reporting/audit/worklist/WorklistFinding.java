package kz.qadam.reporting.audit.worklist;

import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was found about a record.
 *
 * @param note null if nothing was noted, or if the learner was erased since
 */
@Schema(name = "Finding", description = "What was found about a record.")
record WorklistFinding(
        WorklistFindingPost.Outcome outcome,

        @Schema(nullable = true, description = "Null if nothing was noted, or if the learner was erased since.")
        String note,

        @Schema(description = "The ETag, without quotes.", examples = "1")
        int version,

        Instant foundAt,
        @Schema(description = "The id of the auditor.") String foundBy) {

    boolean says(WorklistFindingPost post) {
        return outcome == post.outcome() && Objects.equals(note, post.note());
    }
}
