package kz.qadam.chassis.events.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * A segment of a stream; a row of the table {@code archive_segment}, without its bytes.
 *
 * @param stream such as {@code thing.trail}
 * @param number from 1 without a gap
 * @param range of a trail the snapshot: what is visible in it, and was not in the one before, is in the segment; of
 *     events the last batch
 * @param rows how many lines
 * @param late how many of them are of transactions that were open at the last seal
 * @param digest SHA-256 of its lines in hexadecimal digits; null until it is closed
 * @param manifest null until it is closed
 */
record Segment(
        String stream,
        int epoch,
        long number,
        String range,
        int rows,
        int late,
        Instant sealedAt,
        String digest,
        String manifest) {

    /** Where its files are in a directory of the archive, without their ending. */
    String path() {
        int year = sealedAt.atOffset(ZoneOffset.UTC).getYear();
        return "%s/%d/%d/%09d".formatted(stream, epoch, year, number);
    }

    boolean isClosed() {
        return manifest != null;
    }

    /** The bytes that are signed. */
    byte[] signed() {
        return manifest.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The segment with what closes it.
     *
     * @param named the segment before, unless it is the first; and what else the segment commits to
     * @param abandoned see {@link SegmentManifest}
     */
    Segment closed(
            String view, PackedLines lines, List<Segment> named, Optional<String> abandoned, SegmentSigningKeys keys) {
        return new Segment(
                stream,
                epoch,
                number,
                range,
                rows,
                late,
                sealedAt,
                lines.digest(),
                new SegmentManifest(this, view, lines, named, abandoned, keys).toString());
    }

    /** The public key in PEM that signs the segments after this one, if it names another one. */
    Optional<String> nextKey() {
        return SegmentManifest.nextKey(manifest);
    }

    String digestOfManifest() {
        return Sha256.hex(manifest);
    }
}
