package kz.qadam.chassis.events.archive;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.crypto.SigningKey;

/**
 * What a segment is, in a form that {@code sha256sum -c} reads: it skips the lines with {@code #}, and checks the data and
 * the manifest before, so the whole chain.
 *
 * @param view what made the lines
 * @param named the segment before, unless it is the first; and what else the segment commits to
 * @param abandoned number and SHA-256 of the newest segment that was sealed after the backup to which the database went back; of
 *     the first segment of an epoch only
 * @param keys the key that signs it, and that which signs the next one, if it is another
 */
record SegmentManifest(
        Segment segment,
        String view,
        PackedLines lines,
        List<Segment> named,
        Optional<String> abandoned,
        SegmentSigningKeys keys) {

    private static final Pattern NEXT = Pattern.compile("\n# next ([A-Za-z0-9+/=]{60})\n");

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
                %s%s%s  %s.ndjson.gz
                %s%s""".formatted(
                        segment.stream(),
                        segment.epoch(),
                        segment.number(),
                        view,
                        segment.range(),
                        segment.rows(),
                        segment.late(),
                        MICROSECONDS.format(segment.sealedAt()),
                        keys.key().id(),
                        lines.digest(),
                        keys.next()
                                .map(next -> "# next %s\n".formatted(next.publicBase64()))
                                .orElse(""),
                        abandoned.map("# abandoned %s\n"::formatted).orElse(""),
                        lines.packedDigest(),
                        segment.path(),
                        named.stream()
                                .map(one -> "%s  %s.manifest\n".formatted(one.digestOfManifest(), one.path()))
                                .collect(Collectors.joining()),
                        keys.next()
                                .map(next -> "%s  keys/%s.pem\n".formatted(Sha256.hex(next.publicPem()), next.id()))
                                .orElse(""));
    }

    /** The key that a manifest names as the next one, in PEM. */
    static Optional<String> nextKey(String manifest) {
        Matcher next = NEXT.matcher(manifest);
        return next.find() ? Optional.of(SigningKey.pem(next.group(1))) : Optional.empty();
    }
}
