package kz.qadam.enrolment.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The task of an institution to forget an erased learner; a row of {@code erasure_task}. */
@Schema(
        name = "ErasureTask",
        description = "The task of an institution to forget the references of an erased learner in its own systems.")
record ErasureTask(
        UUID id,
        UUID erasure,
        @Schema(examples = "school-42") String institution,

        @Schema(
                nullable = true,
                description = "The references of the enrolments to forget, with the completions under them. Null when"
                        + " the institution has confirmed, or after clearedAfter.")
        List<String> enrolmentReferences,

        @Schema(examples = "2026-04-02T09:15:04Z") Instant createdAt,

        @Schema(description = "When the references are deleted without a confirmation.")
        Instant clearedAfter,

        @Schema(nullable = true, description = "Null until the institution confirms.")
        Instant confirmedAt,

        @Schema(
                nullable = true,
                enumeration = {"forgotten", "kept-by-law"},
                examples = "forgotten")
        ConfirmationPost.Outcome outcome,

        @Schema(
                nullable = true,
                description = "The subject of the token that confirmed.",
                examples = "partner.school-42")
        String confirmedBy) {}
