package kz.qadam.reporting.audit.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry in the log of readings: who has read which records. */
@Schema(
        description =
                "An entry in the log of readings: who has read which records of people. The records are pseudonymous.")
record Reading(
        UUID id,
        @Schema(description = "When they were read.") Instant at,

        @Schema(description = "Who read them: the subject of the token.")
        String subject,

        @Schema(description = "The roles that the token carried.", examples = "auditor")
        List<String> roles,

        @Schema(
                nullable = true,
                description = "The institution of a partner, who reads receipts.",
                examples = "school-42")
        String institution,

        @Schema(
                description =
                        "The path and query of the request; of a page that shows records, those of the endpoint that"
                                + " reads the same.",
                examples = "/v1/audit/evidence?cohort=pupils")
        String asked,

        @Schema(nullable = true) Instant asOf,
        LocalDate on,

        @Schema(description = "How many records the answer had.")
        int records) {}
