package kz.qadam.chassis.events.archive;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a segment is, in a form that {@code sha256sum -c} reads: it skips the lines with {@code #}, and checks the data and
 * the manifest before, so the whole chain.
 *
 * @param view what made the lines
 * @param named the segment before, unless it is the first; and what else the segment commits to
 * @param key the id of the key that signs it
 */
record Manifest(Segment segment, String view, PackedLines lines, List<Segment> named, String key) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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
                        view,
                        segment.range(),
                        segment.rows(),
                        segment.late(),
                        MICROSECONDS.format(segment.sealedAt()),
                        key,
                        lines.digest(),
                        lines.packedDigest(),
                        segment.path(),
                        named.stream()
                                .map(one -> "%s  %s.manifest\n".formatted(one.digestOfManifest(), one.path()))
                                .collect(Collectors.joining()));
    }
}
