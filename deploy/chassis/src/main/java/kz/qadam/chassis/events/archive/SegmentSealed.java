package kz.qadam.chassis.events.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.crypto.VerifyingKey;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.UnreadableEventException;

/**
 * A segment that was sealed, as a service sends it to the others, which keep it as an anchor. It cannot exist with another key or signature
 * than those of its manifest.
 *
 * @param segment where its files are in a directory of the archive, such as {@code thing.trail/1/2026/000000042}
 * @param manifest the text that is signed
 * @param signature in base64
 * @param key what checks the signature, in PEM
 */
record SegmentSealed(String segment, String manifest, String signature, String key) {

    /** The topic, of which Kafka keeps the newest segment of each stream. */
    static final String TOPIC = "qadam.archive";

    /** The type of the event. */
    static final String TYPE = "kz.qadam.archive.sealed.v1";

    /** A manifest names the transactions that were open, at most as many as a database has connections. */
    private static final int LONGEST = 50_000;

    private static final Pattern SEGMENT =
            Pattern.compile("([a-z]{1,40})\\.([a-z]{1,40})/([0-9]{1,9})/[0-9]{4}/([0-9]{9})");

    SegmentSealed {
        EventJson.require(SEGMENT.matcher(segment).matches(), "segment is not the place of a segment.");
        EventJson.require(manifest.length() <= LONGEST, "manifest is too long.");
        EventJson.require(isPlain(manifest) && isPlain(key), "manifest or key has characters that neither has.");
        EventJson.require(saysWhatItIs(segment, manifest), "manifest is about another segment.");
        EventJson.require(isSigned(manifest, signature, key), "signature is not that of the key of the manifest.");
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    }

    private static boolean saysWhatItIs(String segment, String manifest) {
        Matcher parts = parts(segment);
        return manifest.startsWith("# qadam-archive 1\n# stream %s.%s\n# epoch %s\n# number %d\n"
                        .formatted(parts.group(1), parts.group(2), parts.group(3), Long.parseLong(parts.group(4))))
                && manifest.contains("  " + segment + ".ndjson.gz\n");
    }

    private static boolean isSigned(String manifest, String signature, String key) {
        try {
            VerifyingKey verifying = VerifyingKey.of(key);
            return manifest.contains("\n# key " + verifying.id() + "\n")
                    && verifying.verifies(
                            manifest.getBytes(StandardCharsets.UTF_8),
                            Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Reads an event.
     *
     * @throws UnreadableEventException if it breaks its contract, or a service speaks of the stream of another
     */
    static SegmentSealed read(CloudEvent event) {
        SegmentSealed sealed = EventJson.read(event.data(), SegmentSealed.class);
        EventJson.require(
                event.type().equals(TYPE) && event.source().equals("/" + sealed.service() + "-service"),
                "It is about a segment of another service.");
        EventJson.require(event.subject().equals(sealed.stream()), "Its subject is another stream.");
        event.requireIdOf(sealed.number());
        return sealed;
    }

    CloudEvent event(Instant sealedAt) {
        return new CloudEvent(
                CloudEvent.idOf(TYPE, stream(), number()),
                TYPE,
                "/" + service() + "-service",
                stream(),
                sealedAt,
                null,
                EventJson.write(this));
    }

    private String service() {
        return parts(segment).group(1);
    }

    String stream() {
        return service() + "." + parts(segment).group(2);
    }

    /** Kafka keeps the newest segment of each stream, and all that name a next key. */
    String kafkaKey() {
        return nextKey().isPresent() ? segment : stream();
    }

    Optional<String> nextKey() {
        return SegmentManifest.nextKey(manifest);
    }

    int epoch() {
        return Integer.parseInt(parts(segment).group(3));
    }

    long number() {
        return Long.parseLong(parts(segment).group(4));
    }

    /** SHA-256 of the manifest. */
    String digest() {
        return Sha256.hex(manifest);
    }

    /** The line by which {@code sha256sum -c} checks the manifest in a directory of the archive. */
    String checkLine() {
        return digest() + "  " + segment + ".manifest";
    }

    private static Matcher parts(String segment) {
        Matcher parts = SEGMENT.matcher(segment);
        if (!parts.matches()) {
            throw new IllegalStateException("The constructor has checked it");
        }
        return parts;
    }
}
