package kz.qadam.reporting.publication.release;

import java.time.Instant;
import kz.qadam.reporting.release.store.PublishedRelease;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A release without its document. */
@Schema(name = "Release", description = "A release: everything that is published about one instant. It never changes.")
record ReleaseView(
        @Schema(
                description = "Days since the programme began, plus one; in a trial, minutes. A missing number is a"
                        + " release that was never made.",
                examples = "151")
        long number,

        @Schema(
                description = "What was known and had happened at this instant, the end of a local day.",
                examples = "2026-05-31T18:59:59.999999Z")
        Instant through,

        @Schema(description = "The release is public from this instant on.", examples = "2026-06-01T01:00:00Z")
        Instant publishedAt,

        @Schema(
                description = "SHA-256 of the document, in hexadecimal digits.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest,

        @Schema(description = "The URL of the document.", examples = "https://qadam.kz/v1/releases/151")
        String link) {

    static ReleaseView of(PublishedRelease release, String url) {
        return new ReleaseView(
                release.number(),
                release.through(),
                release.publishedAt(),
                release.digest(),
                url + "/" + release.number());
    }
}
