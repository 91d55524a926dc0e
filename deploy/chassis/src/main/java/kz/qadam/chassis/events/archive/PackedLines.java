package kz.qadam.chassis.events.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * The lines of a segment, each ended by a line feed, in gzip.
 *
 * @param rows how many lines
 * @param digest SHA-256 of the lines in hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // Lines are compared by their digest.
record PackedLines(int rows, String digest, byte[] bytes) {

    private static final int LEVEL = 6;

    /**
     * Packs lines, and reads them back.
     *
     * @throws IllegalStateException if what is read back is something else
     */
    static PackedLines of(Iterator<String> lines) {
        var packed = new ByteArrayOutputStream();
        MessageDigest digest = Sha256.begin();
        int rows = 0;
        try (var out = new DigestOutputStream(new Gzip(packed), digest)) {
            while (lines.hasNext()) {
                out.write(lines.next().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var made = new PackedLines(rows, HexFormat.of().formatHex(digest.digest()), packed.toByteArray());
        made.requireReadable();
        return made;
    }

    String packedDigest() {
        return Sha256.hex(bytes);
    }

    /** The lines, unpacked. */
    byte[] lines() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireReadable() {
        if (!Sha256.hex(lines()).equals(digest)) {
            throw new IllegalStateException("The lines of a segment are not what was packed");
        }
    }

    private static final class Gzip extends GZIPOutputStream {

        private Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }
}
