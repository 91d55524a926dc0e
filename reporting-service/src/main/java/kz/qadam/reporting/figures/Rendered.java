package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Renders an answer once, and sends the same bytes to all who ask the same of the same batch. */
@ApplicationScoped
class Rendered {

    /** Everything that an answer depends on; what is known at a batch never changes. */
    private record Asked(Question question, String asked, Format format) {}

    /** The same content as it is, and compressed; each has an ETag of its own. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; its ETag stands for it.
    record Body(Head.Audience audience, byte[] plain, byte[] gzip, String digest) {

        /** In memory, about. */
        int length() {
            return plain.length + gzip.length + 500;
        }

        String etag(boolean compressed) {
            return "\"" + audience + "-" + digest + (compressed ? "-gzip\"" : "\"");
        }
    }

    private static final int MOST_BYTES = 64 << 20;

    private final ObjectMapper json;
    private final Cache<Asked, Body> bodies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Body body) -> body.length())
            .build();

    Rendered(ObjectMapper json) {
        this.json = json;
    }

    /** The bytes that are sent to whoever asks this, as JSON. */
    byte[] plain(Question question, String asked, Supplier<Object> answer) {
        return body(question, asked, Format.JSON, answer).plain();
    }

    /** @param asked the rest of the question */
    Body body(Question question, String asked, Format format, Supplier<Object> answer) {
        return bodies.get(
                new Asked(question, asked, format), key -> body(question.audience(), bytes(format, answer.get())));
    }

    /** The bytes of an answer as JSON. */
    byte[] json(Object answer) {
        return bytes(Format.JSON, answer);
    }

    private byte[] bytes(Format format, Object answer) {
        try {
            return format.isTable() ? Csv.bytes((Table) answer, format == Format.CSV) : json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be rendered", e);
        }
    }

    private static Body body(Head.Audience audience, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Body(audience, bytes, gzip(bytes), HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
