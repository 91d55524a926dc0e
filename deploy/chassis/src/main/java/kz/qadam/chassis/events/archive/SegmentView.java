package kz.qadam.chassis.events.archive;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sealed segment, as auditors see it in the list. */
@Schema(name = "Segment", description = "A sealed part of the archive.")
public record SegmentView(
        @Schema(examples = "enrolment.trail") String stream,

        @Schema(description = "Rises only when the database was restored.", examples = "1")
        int epoch,

        @Schema(description = "In its stream, from 1 without a gap.", examples = "42")
        long number,

        @Schema(
                description =
                        "Where its files are in a directory of the archive, without .ndjson.gz, .manifest or .sig.",
                examples = "enrolment.trail/1/2026/000000042")
        String path,

        @Schema(description = "How many lines it has.", examples = "51234")
        int rows,

        @Schema(description = "How many of them are of transactions that were open at the last seal.", examples = "3")
        int late,

        @Schema(description = "When it was sealed, by the clock of the database.")
        Instant sealedAt,

        @Schema(description = "SHA-256 of its lines, unpacked.")
        String data,

        @Schema(description = "SHA-256 of its manifest.") String manifest) {

    static SegmentView of(Segment segment) {
        return new SegmentView(
                segment.stream(),
                segment.epoch(),
                segment.number(),
                segment.path(),
                segment.rows(),
                segment.late(),
                segment.sealedAt(),
                segment.digest(),
                segment.digestOfManifest());
    }
}
