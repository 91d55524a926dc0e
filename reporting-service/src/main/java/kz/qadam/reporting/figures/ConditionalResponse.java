package kz.qadam.reporting.figures;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The response to a conditional request: the whole answer, or 304 if the caller has it already.
 *
 * @param body null for 304
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ConditionalResponse(Map<String, String> headers, byte[] body) {

    /** Browsers ask again after this time, so that a page shows a new release soon. */
    private static final Duration IN_BROWSERS = Duration.ofMinutes(1);

    /** @param freshness how long a public answer stays the same; null for an exact answer, which nobody else may keep */
    static ConditionalResponse of(RenderedAnswer answer, Duration freshness, HttpServerRequest request) {
        boolean compressed = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String etag = answer.etag(compressed);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", etag);
        headers.put(HttpHeaders.VARY, answer.headers().vary());
        headers.put(HttpHeaders.CACHE_CONTROL, freshness == null ? "private, no-store" : forAll(freshness));
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            return new ConditionalResponse(headers, null);
        }
        headers.putAll(answer.headers().all());
        if (compressed) {
            headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return new ConditionalResponse(headers, compressed ? answer.gzip() : answer.plain());
    }

    private static String forAll(Duration freshness) {
        long browsers = IN_BROWSERS.toSeconds();
        return "public, max-age=%d, s-maxage=%d".formatted(browsers, Math.max(browsers, freshness.toSeconds()));
    }

    RestResponse<byte[]> toRest() {
        ResponseBuilder<byte[]> response =
                body == null ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED) : ResponseBuilder.ok(body);
        headers.forEach(response::header);
        return response.build();
    }

    void send(HttpServerResponse response) {
        headers.forEach(response::putHeader);
        if (body == null) {
            response.setStatusCode(RestResponse.StatusCode.NOT_MODIFIED).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    static boolean acceptsGzip(String acceptEncoding) {
        return acceptEncoding != null
                && Stream.of(acceptEncoding.split(","))
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
