package kz.qadam.enrolment.merges;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge that was undone: the learners are two again. It never changes, except that an erasure clears its reasons. */
@Schema(name = "LearnerSplit", description = "A merge of learners that was undone: the learners are two again.")
public record Split(
        @Schema(examples = "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01")
        UUID id,

        @Schema(
                description = "The learner that was absorbed, and is a learner of its own again.",
                examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        UUID absorbed,

        @Schema(
                description = "The learner that represented both until the split.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID surviving,

        @Schema(
                description =
                        "The enrolments that the office gave to the absorbed learner in addition to its own, in the"
                                + " order of their ids.")
        List<UUID> named,

        @Schema(description = "The number of enrolments that moved to the absorbed learner.", examples = "1")
        int enrolments,

        @Schema(examples = "Two people with one document number")
        String reason,

        @Schema(description = "The subject of the token that decided it.", examples = "office")
        String decidedBy,

        @Schema(examples = "2026-04-20T09:15:00Z") Instant decidedAt,

        @Schema(
                description = "The number of this state of the alias; the versions of the merge were lower.",
                examples = "2")
        int version,

        @Schema(
                description = "The reason of the merge.",
                examples = "First enrolled by birth certificate, later by IIN")
        String mergeReason,

        @Schema(description = "The subject of the token that decided the merge.", examples = "office")
        String mergeDecidedBy,

        @Schema(description = "When the learners were merged.", examples = "2026-04-02T09:15:00Z")
        Instant mergeDecidedAt) {

    /** The split of a merge that is in force. */
    static Split of(
            UUID id,
            Merge merge,
            List<UUID> named,
            int enrolments,
            String reason,
            String decidedBy,
            Instant decidedAt) {
        return new Split(
                id,
                merge.absorbed(),
                merge.surviving(),
                named,
                enrolments,
                reason,
                decidedBy,
                decidedAt,
                merge.version() + 1,
                merge.reason(),
                merge.decidedBy(),
                merge.decidedAt());
    }
}
