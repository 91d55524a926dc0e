package kz.qadam.archive;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest as a service makes it and as {@code sha256sum -c} reads it.
 *
 * @param path where the files of the segment are, without their ending
 * @param named the manifest before, unless it is the first of its stream, and what else it commits to; with their digests
 * @param abandoned the newest segment of the epoch before that was sealed after the backup to which the database went back: its
 *     number and the SHA-256 of its manifest
 * @param nextKey the public key in PEM that signs the segments after this one, if it is another
 */
record SegmentManifest(
        String text,
        String stream,
        int epoch,
        long number,
        int rows,
        Instant sealedAt,
        String key,
        String data,
        String path,
        String packed,
        List<Checked> named,
        Optional<Abandoned> abandoned,
        Optional<String> nextKey) {

    /** A segment that the stream does not go on from. */
    record Abandoned(long number, String digest) {

        static Abandoned parse(String said) {
            String[] words = said.split(" ", 2);
            return new Abandoned(Long.parseLong(words[0]), words.length == 1 ? "" : words[1]);
        }
    }

    /** A file that the manifest names with its digest. */
    record Checked(String digest, String file) {}

    private static final Pattern SAID = Pattern.compile("# ([a-z-]+) (.+)");
    private static final Pattern CHECKED =
            Pattern.compile("([0-9a-f]{64})  ([a-z.]+/[0-9]+/[0-9]{4}/[0-9]{9}\\.[a-z.]+)");
    private static final String PEM = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n";
    private static final Pattern PLACE = Pattern.compile("([a-z.]+)/([0-9]+)/([0-9]{4})/([0-9]{9})\\.ndjson\\.gz");

    /**
     * Parses a manifest.
     *
     * @param stream whose it should be
     * @throws Refused if it is no manifest of this stream
     */
    static SegmentManifest parse(String stream, byte[] bytes) throws Refused {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Map<String, String> said = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            Matcher matcher = SAID.matcher(line);
            if (matcher.matches()) {
                said.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        }
        if (lines.isEmpty() || !lines.get(0).equals("# qadam-archive 1")) {
            throw new Refused("What should be a manifest of %s is none.".formatted(stream));
        }
        if (!stream.equals(said.get("stream"))) {
            throw new Refused("A manifest of %s says that it is of %s.".formatted(stream, said.get("stream")));
        }
        List<Checked> files = lines.stream()
                .map(CHECKED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new Checked(matcher.group(1), matcher.group(2)))
                .toList();
        Matcher place = files.isEmpty() ? null : PLACE.matcher(files.get(0).file());
        if (place == null || !place.matches()) {
            throw new Refused("A manifest of %s does not name its lines.".formatted(stream));
        }
        try {
            var manifest = new SegmentManifest(
                    text,
                    stream,
                    Integer.parseInt(said.getOrDefault("epoch", "")),
                    Long.parseLong(said.getOrDefault("number", "")),
                    Integer.parseInt(said.getOrDefault("rows", "")),
                    Instant.parse(said.getOrDefault("sealed", "")),
                    said.getOrDefault("key", ""),
                    said.getOrDefault("data", ""),
                    files.get(0).file().replaceFirst("\\.ndjson\\.gz$", ""),
                    files.get(0).digest(),
                    files.stream().skip(1).toList(),
                    Optional.ofNullable(said.get("abandoned")).map(Abandoned::parse),
                    Optional.ofNullable(said.get("next")).map(PEM::formatted));
            manifest.requireOwnPlace(place);
            return manifest;
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refused("A manifest of %s lacks its epoch, number, rows or instant.".formatted(stream));
        }
    }

    private void requireOwnPlace(Matcher place) throws Refused {
        boolean isOwn = place.group(1).equals(stream)
                && Integer.parseInt(place.group(2)) == epoch
                && Long.parseLong(place.group(4)) == number;
        if (!isOwn) {
            throw new Refused("%s: segment %d names %s, which is another.".formatted(stream, number, place.group()));
        }
    }

    /** The manifest before, with its digest; empty for the first of its stream. */
    Optional<Checked> before() {
        return named.stream().filter(this::isOfStream).findFirst();
    }

    /** What it commits to in another stream. */
    List<Anchor> anchors() {
        return named.stream()
                .filter(one -> !isOfStream(one))
                .map(one -> new Anchor(
                        one.digest(),
                        one.file().replaceFirst("/.*", ""),
                        one.file().replaceFirst("\\.manifest$", "")))
                .toList();
    }

    private boolean isOfStream(Checked one) {
        return one.file().startsWith(stream + "/");
    }

    String digest() {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
