package kz.qadam.enrolment.merges;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a learner is an alias of another, as it now stands. */
@Schema(name = "LearnerMerge", description = "A learner is found as another: two learners were one person.")
record Merge(
        @Schema(examples = "9d2b6a44-0f0e-4e55-8f6b-3a1f0c9d7e21")
        UUID absorbed,

        @Schema(
                description = "Who the person is by now: if that learner is absorbed in turn, this leads on.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID surviving,

        @Schema(
                description = "Whom the office named as the surviving one.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID named,

        @Schema(description = "How many enrolments moved.", examples = "1")
        int enrolments,

        @Schema(examples = "First enrolled by birth certificate, later by IIN")
        String reason,

        @Schema(description = "The subject of the token that decided it.", examples = "office")
        String decidedBy,

        @Schema(examples = "2026-04-02T09:15:00Z") Instant decidedAt,

        @Schema(description = "When this version was recorded.", examples = "2026-04-02T09:15:00Z")
        Instant recordedAt,

        @Schema(description = "Counts how often it led on.", examples = "1")
        int version) {}
