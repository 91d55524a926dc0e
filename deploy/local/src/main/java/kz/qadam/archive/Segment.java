package kz.qadam.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A segment as a service gives it: its manifest, its signature and its lines. */
@SuppressWarnings("ArrayRecordComponent") // Segments are compared by their digests.
record Segment(SegmentManifest manifest, byte[] signature, byte[] packed) {

    /**
     * Checks the signature, the chain, and the lines.
     *
     * @param before the segment before in the directory; empty if there is none
     * @throws Refused if something differs
     */
    void require(PublicKey key, Optional<SegmentManifest> before) throws Refused {
        requireSignature(key);
        String expected = before.map(one -> one.digest() + "  " + one.path() + ".manifest")
                .orElse("none");
        String named =
                manifest.before().map(one -> one.digest() + "  " + one.file()).orElse("none");
        if (!named.equals(expected)) {
            throw new Refused("%s: the manifest before it is %s, and in the directory %s: cut, or written anew."
                    .formatted(manifest.path(), named, expected));
        }
        requireLines();
    }

    /**
     * Checks the signature.
     *
     * @throws Refused if it is not of this key
     */
    void requireSignature(PublicKey key) throws Refused {
        if (!isSignedBy(key)) {
            throw new Refused("%s: the signature is not that of key %s.".formatted(manifest.path(), manifest.key()));
        }
    }

    /**
     * Checks that the lines are those that the manifest names.
     *
     * @throws Refused if they are not
     */
    void requireLines() throws Refused {
        if (!Digests.of(packed).equals(manifest.packed())) {
            throw new Refused(
                    "%s.ndjson.gz: its bytes are not those that the manifest names.".formatted(manifest.path()));
        }
        byte[] lines = lines();
        if (!Digests.of(lines).equals(manifest.data())) {
            throw new Refused("%s: its lines are not those that were sealed.".formatted(manifest.path()));
        }
        long rows = text().lines().count();
        if (rows != manifest.rows()) {
            throw new Refused(
                    "%s: it has %d lines, and its manifest says %d.".formatted(manifest.path(), rows, manifest.rows()));
        }
    }

    /** The unpacked lines. */
    byte[] lines() throws Refused {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Refused("%s.ndjson.gz cannot be unpacked: it is cut or damaged.".formatted(manifest.path()));
        }
    }

    /** The lines as a text. */
    String text() throws Refused {
        return new String(lines(), StandardCharsets.UTF_8);
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(manifest.text().getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
