package kz.qadam.reporting.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a figure was published. */
@Schema(description = "That the figures of a moment were published under a name.")
record Publication(
        @Schema(examples = "2026-Q2") String name,

        @Schema(description = "What was known then was published.")
        Instant asOf,

        @Schema(description = "Of what had happened by this day.")
        LocalDate on,

        long figureVersion,
        Instant publishedAt,

        @Schema(description = "Where it is.", examples = "https://qadam.kz/v1/publications/2026-Q2")
        String link) {}
