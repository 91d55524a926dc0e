package kz.qadam.reporting.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publication without its figures. */
@Schema(name = "Publication", description = "That the figures of a moment were published under a name.")
record PublicationView(
        @Schema(examples = "2026-Q2") String name,

        @Schema(description = "What was known then was published.")
        Instant asOf,

        @Schema(description = "Of what had happened by this day.")
        LocalDate on,

        long figureVersion,
        Instant publishedAt,

        @Schema(description = "Where it is.", examples = "https://qadam.kz/v1/publications/2026-Q2")
        String link) {

    static PublicationView of(Publication publication, String publicUrl) {
        return new PublicationView(
                publication.name,
                publication.asOf,
                publication.onDay,
                publication.batch,
                publication.publishedAt,
                publicUrl + "/v1/publications/" + publication.name);
    }
}
