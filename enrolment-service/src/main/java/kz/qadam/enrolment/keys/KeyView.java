package kz.qadam.enrolment.keys;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key in its current state, without its secret; a row of the statements in {@link KeyRows}. */
@Schema(
        name = "InstitutionKey",
        description = "A key of an institution, in its current state. Nobody can read its secret again.")
record KeyView(
        @Schema(
                description = "What a program sends as the user name.",
                examples = "0197a1c2-5b1e-7c3d-9f10-2f6d8c1b7a55")
        UUID id,

        @Schema(examples = "school-42") String institution,

        @Schema(nullable = true, description = "What it is for.", examples = "Student register")
        String label,

        @Schema(examples = "2026-02-01T09:15:00Z") Instant createdAt,

        @Schema(description = "The subject of the token that made it.", examples = "partner-admin.school-42")
        String createdBy,

        @Schema(description = "From then on it is refused.", examples = "2027-02-01T19:00:00Z")
        Instant expiresAt,

        @Schema(nullable = true, description = "null: it is not revoked.", examples = "2026-05-31T09:15:00Z")
        Instant revokedAt,

        @Schema(nullable = true, examples = "partner-admin.school-42")
        String revokedBy,

        @Schema(nullable = true, examples = "The server was sold")
        String revocationReason,

        @Schema(
                nullable = true,
                description = "When it was used last in enrolment-service, to the minute, and known a minute later."
                        + " GET /v1/completion-key-uses and /v1/receipt-key-uses say it of the other services.",
                examples = "2026-05-31T09:10:00Z")
        Instant lastUsedAt,

        @Schema(
                nullable = true,
                description =
                        "statements: it only posts statements of a learning platform. null: it may do what a partner"
                                + " may do.",
                examples = "statements")
        String only) {}
