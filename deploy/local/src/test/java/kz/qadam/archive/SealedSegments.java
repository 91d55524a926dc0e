package kz.qadam.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Segments as a service with a key of its own seals them, one after the other. */
final class SealedSegments {

    static final String STREAM = "toy.trail";

    private final KeyPair key;
    private final String stream;
    private Optional<SegmentManifest> before = Optional.empty();
    private int epoch = 1;

    SealedSegments() {
        this(STREAM);
    }

    SealedSegments(String stream) {
        this.stream = stream;
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKey key() {
        return key.getPublic();
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(base64());
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    private String idOfKey() {
        return Digests.of(key.getPublic().getEncoded()).substring(0, 16);
    }

    /** The next segment. */
    Segment seal(String... lines) throws Refused {
        return seal("", "", lines);
    }

    /** The first segment of another epoch, which nothing is before. */
    Segment sealAnew(String... lines) throws Refused {
        before = Optional.empty();
        epoch++;
        return seal("", "", lines);
    }

    /** The first segment after the database went back to a backup: it follows this one, and abandons that one. */
    Segment sealRestored(SegmentManifest last, SegmentManifest abandoned, String... lines) throws Refused {
        goBackTo(last);
        epoch++;
        return seal("# abandoned %d %s\n".formatted(abandoned.number(), abandoned.digest()), "", lines);
    }

    /** The next segment, which says that the key of other ones takes over; they go on with this stream. */
    Segment sealAndHandOver(SealedSegments to, String... lines) throws Refused {
        Segment last = seal(
                "# next %s\n".formatted(to.base64()),
                "%s  keys/%s.pem\n".formatted(Digests.of(to.pem().getBytes(StandardCharsets.UTF_8)), to.idOfKey()),
                lines);
        to.goBackTo(last.manifest());
        return last;
    }

    private Segment seal(String said, String named, String... lines) throws Refused {
        byte[] data = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(data);
        long number = before.map(SegmentManifest::number).orElse(0L) + 1;
        String path = "%s/%d/2026/%09d".formatted(stream, epoch, number);
        String text = """
                # qadam-archive 1
                # stream %s
                # epoch %d
                # number %d
                # lines archive_trail_1
                # range 7:7:
                # rows %d
                # late 0
                # sealed 2026-10-01T10:15:00.123456Z
                # key %s
                # data %s
                %s%s  %s.ndjson.gz
                %s%s""".formatted(
                        stream,
                        epoch,
                        number,
                        lines.length,
                        idOfKey(),
                        Digests.of(data),
                        said,
                        Digests.of(packed),
                        path,
                        before.map(one -> one.digest() + "  " + one.path() + ".manifest\n")
                                .orElse(""),
                        named);
        var manifest = SegmentManifest.parse(stream, text.getBytes(StandardCharsets.UTF_8));
        before = Optional.of(manifest);
        return new Segment(manifest, signature(text), packed);
    }

    private byte[] signature(String text) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key.getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] packed(byte[] lines) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Goes back to before a segment, as whoever cuts a stream and writes it anew. */
    void goBackTo(SegmentManifest last) {
        before = Optional.of(last);
    }

    /** The line that another stream has of a segment. */
    static String anchor(SegmentManifest sealed) {
        return "{\"kind\":\"anchor\",\"subject\":\"%s  %s.manifest\"}".formatted(sealed.digest(), sealed.path());
    }
}
