package kz.qadam.reporting.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import kz.qadam.chassis.base.crypto.Sha256;

/** An answer or a page rendered in a context, plain and compressed, each with its own ETag. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RenderedAnswer(FigureContext context, ContentHeaders headers, byte[] plain, byte[] gzip, String digest) {

    /** Compresses an answer. */
    public static RenderedAnswer of(FigureContext context, ContentHeaders headers, byte[] bytes) {
        return new RenderedAnswer(context, headers, bytes, gzip(bytes), Sha256.hex(bytes));
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
