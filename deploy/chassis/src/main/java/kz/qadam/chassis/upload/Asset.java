package kz.qadam.chassis.upload;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A file that the page needs in the browser. It is asked for each time, and sent if it has changed. */
final class Asset {

    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(js|css|svg)");
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml");
    private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

    private final byte[] content;
    private final String type;
    private final String tag;

    private Asset(byte[] content, String type) {
        this.content = content;
        this.type = type;
        this.tag = '"' + digest(content) + '"';
    }

    /** @throws Problem 404 if there is none of this name */
    static Asset named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw Problem.notFound();
        }
        return READ.computeIfAbsent(name, unread -> read(unread, TYPES.get(matcher.group(1))));
    }

    RestResponse<byte[]> answer(String ifNoneMatch) {
        var answer = tag.equals(ifNoneMatch)
                ? ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(content, type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Asset read(String name, String type) {
        try (InputStream file = Asset.class.getResourceAsStream("/META-INF/qadam/upload/" + name)) {
            if (file == null) {
                throw Problem.notFound();
            }
            return new Asset(file.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }
}
