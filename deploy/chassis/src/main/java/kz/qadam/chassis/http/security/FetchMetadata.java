package kz.qadam.chassis.http.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What a browser says about who causes a request: no script can set these headers. */
record FetchMetadata(String site, String mode, String origin) {

    static FetchMetadata of(MultiMap headers) {
        return new FetchMetadata(
                headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode"), headers.get(HttpHeaders.ORIGIN));
    }

    /** Whether a page of the same origin causes it; an old browser says only which, and it has to be this one. */
    boolean isSameOrigin(String own) {
        return site == null ? own.equals(origin) : site.equals("same-origin");
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
