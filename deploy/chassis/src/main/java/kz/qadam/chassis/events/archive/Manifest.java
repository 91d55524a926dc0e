package kz.qadam.chassis.events.archive;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a segment is, in a form that {@code sha256sum -c} reads: it skips the lines with {@code #}, and checks the data and
 * the manifest before, so the whole chain.
 *
 * @param before the segment before; empty for the first of its stream
 * @param key the id of the key that signs it
 */
record Manifest(Segment segment, PackedLines lines, Optional<Segment> before, String key) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The view that makes the lines. */
    private static final String VIEW = "archive_trail_1";

    @Override
    public String toString() {
        return """
                # qadam-archive 1
                # stream %s
                # epoch %d
                # number %d
                # lines %s
                # range %s
                # rows %d
                # late %d
                # sealed %s
                # key %s
                # data %s
                %s  %s.ndjson.gz
                %s""".formatted(
                        segment.stream(),
                        segment.epoch(),
                        segment.number(),
                        VIEW,
                        segment.snapshot(),
                        segment.rows(),
                        segment.late(),
                        MICROSECONDS.format(segment.sealedAt()),
                        key,
                        lines.digest(),
                        lines.packedDigest(),
                        segment.path(),
                        before.map(one -> "%s  %s.manifest\n".formatted(one.digestOfManifest(), one.path()))
                                .orElse(""));
    }
}
