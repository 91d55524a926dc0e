package kz.qadam.enrolment.merges;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge in its current state: the absorbed learner is an alias of the surviving one. */
@Schema(
        name = "LearnerMerge",
        description = "A merge of two learners who are one person: one becomes an alias of the other.")
public record Merge(
        @Schema(examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        UUID absorbed,

        @Schema(
                description = "The learner that now represents the person. Another one if it is absorbed later.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID surviving,

        @Schema(
                description = "The learner that the office named as the surviving one.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID named,

        @Schema(description = "The number of moved enrolments.", examples = "1")
        int enrolments,

        @Schema(examples = "First enrolled by birth certificate, later by IIN")
        String reason,

        @Schema(description = "The subject of the token that decided it.", examples = "office")
        String decidedBy,

        @Schema(examples = "2026-04-02T09:15:00Z") Instant decidedAt,

        @Schema(description = "When this version was recorded.", examples = "2026-04-02T09:15:00Z")
        Instant recordedAt,

        @Schema(
                description =
                        "The number of this state of the alias. It grows when the surviving learner is absorbed, and"
                                + " goes on if the learner was merged and split before.",
                examples = "1")
        int version) {}
