package kz.qadam.chassis.http.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What a browser says about who causes a request: no script can set these headers.
 *
 * @param referrer the page with the link or form, which pages name to their own origin alone
 */
record FetchMetadata(String site, String mode, String origin, String referrer) {

    static FetchMetadata of(MultiMap headers) {
        return new FetchMetadata(
                headers.get("Sec-Fetch-Site"),
                headers.get("Sec-Fetch-Mode"),
                headers.get(HttpHeaders.ORIGIN),
                headers.get(HttpHeaders.REFERER));
    }

    /**
     * Whether a page of the same origin causes it. An old browser (Safari before 16.4) says only which, and it has to be this
     * one: by the origin, or of a link by the page that it is on.
     */
    boolean isSameOrigin(String own) {
        return site == null ? own.equals(origin) || (origin == null && isOn(own)) : site.equals("same-origin");
    }

    private boolean isOn(String own) {
        return referrer != null && referrer.startsWith(own + "/");
    }

    /** Whether the browser shows the answer as a page, so that no script of another origin can read it. */
    boolean isNavigation() {
        return "navigate".equals(mode);
    }

    /**
     * Whether no script of another origin can read the answer. Without these headers it is an old browser or a program; an
     * old browser names the origin of each script that could read an answer of another one.
     */
    boolean keepsAnswerFromOthers(String own) {
        return isSameOrigin(own) || isNavigation() || "none".equals(site) || (site == null && origin == null);
    }
}
