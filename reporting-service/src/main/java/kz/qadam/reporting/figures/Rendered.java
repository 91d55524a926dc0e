package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Renders an answer once, and sends the same bytes to all who ask the same of the same batch. */
@ApplicationScoped
class Rendered {

    /** Everything that an answer depends on; what is known at a batch never changes. */
    private record Asked(Question question, String asked, Format format) {}

    /** The same content as it is, and compressed; each has an ETag of its own. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; its ETag stands for it.
    private record Body(byte[] plain, byte[] gzip, String tag) {

        String etag(boolean compressed) {
            return "\"" + tag + (compressed ? "-gzip\"" : "\"");
        }
    }

    private static final int MOST_BYTES = 64 << 20;

    private final ObjectMapper json;
    private final Cache<Asked, Body> bodies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Body body) -> body.plain().length + body.gzip().length + 500)
            .build();

    Rendered(ObjectMapper json) {
        this.json = json;
    }

    /** @param asked the rest of the question */
    RestResponse<byte[]> answer(
            Question question, String asked, Format format, HttpHeaders headers, Supplier<Object> answer) {
        Body body = body(question, asked, format, answer);
        boolean compressed = acceptsGzip(headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING));
        String etag = body.etag(compressed);
        boolean isKnown = matches(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag);
        ResponseBuilder<byte[]> response = isKnown
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(compressed ? body.gzip() : body.plain());
        if (!isKnown) {
            response.header(HttpHeaders.CONTENT_TYPE, format.contentType());
            if (compressed) {
                response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return response.header("ETag", etag)
                .header("Vary", "Authorization, Accept, Accept-Encoding")
                .header(
                        "Cache-Control",
                        (question.audience() == Head.Audience.exact ? "private" : "public") + ", no-cache")
                .build();
    }

    /** The bytes that are sent to whoever asks this, as JSON. */
    byte[] plain(Question question, String asked, Supplier<Object> answer) {
        return body(question, asked, Format.JSON, answer).plain();
    }

    private Body body(Question question, String asked, Format format, Supplier<Object> answer) {
        return bodies.get(
                new Asked(question, asked, format), key -> body(question.audience(), bytes(format, answer.get())));
    }

    /** The bytes of an answer as JSON. */
    byte[] json(Object answer) {
        return bytes(Format.JSON, answer);
    }

    private byte[] bytes(Format format, Object answer) {
        try {
            return format == Format.CSV ? Csv.bytes((Table) answer) : json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be rendered", e);
        }
    }

    private static Body body(Head.Audience audience, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Body(bytes, gzip(bytes), audience + "-" + HexFormat.of().formatHex(digest));
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

    static boolean acceptsGzip(List<String> acceptEncoding) {
        return acceptEncoding != null
                && acceptEncoding.stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static boolean matches(String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
