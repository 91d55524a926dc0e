package kz.qadam.chassis.http.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/** The scheme Basic of RFC 7617, by which programs show the keys of their institutions. */
public final class BasicScheme {

    private static final String PREFIX = "Basic ";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String OWN_CHALLENGE = "Basic realm=\"qadam\", charset=\"UTF-8\", Bearer";

    private BasicScheme() {}

    /** Whether a header Authorization has this scheme. */
    public static boolean isIn(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The credentials in such a header. */
    public static String credentials(String header) {
        return header.substring(PREFIX.length()).strip();
    }

    /**
     * The headers of a problem. Only a caller who has shown credentials of this scheme is asked for it: a browser would
     * open a dialogue.
     */
    static Map<String, String> challenging(Map<String, String> headers, RoutingContext request) {
        String shown = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null || !isIn(shown) || !headers.containsKey(CHALLENGE)) {
            return headers;
        }
        Map<String, String> challenging = new HashMap<>(headers);
        challenging.put(CHALLENGE, OWN_CHALLENGE);
        return challenging;
    }
}
