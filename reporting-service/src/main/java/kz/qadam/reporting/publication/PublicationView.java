package kz.qadam.reporting.publication;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publication without its figures. */
@Schema(name = "Publication", description = "A publication: the name of a release.")
record PublicationView(
        @Schema(examples = "2026-Q2") String name,

        @Schema(description = "The figures are as known at this instant.")
        Instant asOf,

        @Schema(description = "The figures count what had happened by the end of this day.")
        LocalDate on,

        @Schema(description = "The number of the release; of older publications the version of the figures.")
        long figureVersion,

        @Schema(
                description =
                        "The number of the release; null for figures that were published before releases existed.",
                nullable = true,
                examples = "181")
        Long release,

        Instant publishedAt,

        @Schema(description = "The URL of the publication.", examples = "https://qadam.kz/v1/publications/2026-Q2")
        String link) {

    static PublicationView of(PublicationHead publication, String publicUrl) {
        return new PublicationView(
                publication.name,
                publication.asOf,
                publication.onDay,
                publication.release == null ? publication.batch : publication.release,
                publication.release,
                publication.publishedAt,
                publicUrl + "/v1/publications/" + publication.name);
    }
}
