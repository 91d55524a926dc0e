package kz.qadam.chassis.http.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.http.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A static file of a page. Browsers ask for it each time, and it is sent only if it has changed. */
public final class Asset {

    private static final String SHARED = "page";
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(js|css|svg)");
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

    /**
     * A file of this page, or one that all pages share.
     *
     * @param page the directory of its files in {@code META-INF/qadam}
     * @throws Problem 404 if there is no such file
     */
    public static Asset of(String page, String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw Problem.notFound();
        }
        return READ.computeIfAbsent(page + "/" + name, unread -> read(page, name, TYPES.get(matcher.group(1))));
    }

    /**
     * 200 with the file, or 304 if the browser already has it.
     *
     * @param ifNoneMatch the header of that name, or null
     */
    public RestResponse<byte[]> answer(String ifNoneMatch) {
        var answer = tag.equals(ifNoneMatch)
                ? ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(content, type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Asset read(String page, String name, String type) {
        for (String directory : List.of(page, SHARED)) {
            try (InputStream file = Asset.class.getResourceAsStream("/META-INF/qadam/" + directory + "/" + name)) {
                if (file != null) {
                    return new Asset(file.readAllBytes(), type);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw Problem.notFound();
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 12);
    }
}
