package kz.qadam.reporting.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publication without its figures. */
@Schema(name = "Publication", description = "A publication: the figures of a point in time, published under a name.")
record PublicationView(
        @Schema(examples = "2026-Q2") String name,

        @Schema(description = "The figures are as known at this instant.")
        Instant asOf,

        @Schema(description = "The figures count what had happened by the end of this day.")
        LocalDate on,

        long figureVersion,
        Instant publishedAt,

        @Schema(description = "The URL of the publication.", examples = "https://qadam.kz/v1/publications/2026-Q2")
        String link) {

    static PublicationView of(PublicationColumns publication, String publicUrl) {
        return new PublicationView(
                publication.name,
                publication.asOf,
                publication.onDay,
                publication.batch,
                publication.publishedAt,
                publicUrl + "/v1/publications/" + publication.name);
    }
}
