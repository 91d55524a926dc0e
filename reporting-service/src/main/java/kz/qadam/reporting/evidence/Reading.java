package kz.qadam.reporting.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody has read records. */
@Schema(description = "That somebody has read records of people, be they pseudonymous.")
record Reading(
        UUID id,
        @Schema(description = "When they were read.") Instant at,

        @Schema(description = "By whom, as the token named its holder.")
        String subject,

        @Schema(description = "The roles that the token carried.", examples = "auditor")
        List<String> roles,

        @Schema(description = "What was asked for.", examples = "/v1/audit/evidence?cohort=pupils")
        String asked,

        @Schema(nullable = true) Instant asOf,
        LocalDate on,

        @Schema(description = "How many records were shown.")
        int records) {}
