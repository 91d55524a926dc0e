package kz.qadam.front;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a front answers itself, in three languages at once, when no service can. */
enum StaticAnswer {
    /** The service of the path does not answer; for people. */
    UNAVAILABLE_PAGE("unavailable.html", 503),

    /** The same for programs, as a problem (RFC 9457). */
    UNAVAILABLE("unavailable.json", 503),

    /** The service was asked, and ended without an answer; for people. */
    BROKEN_PAGE("unavailable.html", 502),

    /** The same for programs: a problem that none of the services has. */
    BROKEN("broken.json", 502),

    /** The path is in no route. */
    NOT_FOUND("not-found.json", 404);

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final String file;
    private final int status;
    private final String body;

    StaticAnswer(String file, int status) {
        this.file = file;
        this.status = status;
        this.body = content(file);
    }

    /**
     * The answer to a request that no service has answered.
     *
     * @param accept the header of that name, or null
     * @param isAsked whether a service may have got the request
     */
    static StaticAnswer without(boolean isAsked, String accept) {
        if (accept != null && accept.contains("text/html")) {
            return isAsked ? BROKEN_PAGE : UNAVAILABLE_PAGE;
        }
        return isAsked ? BROKEN : UNAVAILABLE;
    }

    String file() {
        return file;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    String contentType() {
        return file.endsWith(".html") ? "text/html;charset=UTF-8" : "application/problem+json";
    }

    /** All headers but the type and the length. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", policy());
        if (status == UNAVAILABLE.status) {
            headers.put("Retry-After", "5");
        }
        return headers;
    }

    private String policy() {
        Matcher style = STYLE.matcher(body);
        String styles = style.find() ? " style-src 'sha256-%s';".formatted(digest(style.group(1))) : "";
        return "default-src 'none';%s base-uri 'none'; form-action 'none'; frame-ancestors 'none'".formatted(styles);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    private static String content(String file) {
        try (var content = StaticAnswer.class.getResourceAsStream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
