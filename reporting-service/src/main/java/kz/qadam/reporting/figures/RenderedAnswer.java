package kz.qadam.reporting.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** An answer or a page rendered in a context, plain and compressed, each with its own ETag. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RenderedAnswer(FigureContext context, ContentHeaders headers, byte[] plain, byte[] gzip, String digest) {

    /** Compresses an answer. */
    public static RenderedAnswer of(FigureContext context, ContentHeaders headers, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new RenderedAnswer(
                    context, headers, bytes, gzip(bytes), HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** About how many bytes of memory it takes. */
    public int length() {
        return plain.length + gzip.length + 500;
    }

    String etag(boolean compressed) {
        return "\"" + context.audience() + "-" + digest + (compressed ? "-gzip\"" : "\"");
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
