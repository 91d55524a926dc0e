package kz.qadam.chassis.http.security;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.problem.UnroutedProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The session of somebody who has shown a token of the local issuer, on one machine without a provider: a cookie that no
 * script can read, for the same paths as that of a login, with the token in it. It ends with the token or the browser.
 */
@ApplicationScoped
class LocalTokenCookie {

    /** Where a service takes a token, below {@link StaffSessionFilter#ROOT}. */
    static final String LOGIN = "/login/";

    private static final String BEARER = "Bearer ";

    private final boolean isOffered;
    private final boolean hasProvider;
    private final String path;

    LocalTokenCookie(LoginConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.isOffered = config.byToken();
        this.hasProvider = config.enabled();
        this.path = StaffSessionFilter.ROOT + LOGIN + service;
    }

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host) {
        if (isOffered) {
            requireOneMachine(host, hasProvider);
        }
    }

    /** @throws IllegalStateException if other machines can reach this host, or people log in at a provider */
    static void requireOneMachine(String host, boolean hasProvider) {
        if (hasProvider || !LocalIssuerCheck.isLoopback(host)) {
            throw new IllegalStateException("This service would give a session to everybody who shows a token"
                    + " (QADAM_LOGIN_BY_TOKEN=true), which is for a suite on one machine without a provider: it listens on "
                    + host + (hasProvider ? ", and people log in at a provider (QADAM_LOGIN_ENABLED=true)." : "."));
        }
    }

    boolean isOffered() {
        return isOffered;
    }

    /** Whether this request asks for a session, with a token as programs show it. */
    boolean begins(RoutingContext request) {
        return request.request().method().equals(HttpMethod.POST)
                && request.normalizedPath().equals(path);
    }

    /** Answers 204 with the session, or 401 if the token is not valid. */
    void begin(RoutingContext request, SecurityIdentity identity) {
        String shown = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (identity == null || identity.isAnonymous() || shown == null || !shown.startsWith(BEARER)) {
            UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
            return;
        }
        request.response()
                .addCookie(cookie(shown.substring(BEARER.length()))
                        .setSecure(request.request().isSSL()))
                .setStatusCode(HttpResponseStatus.NO_CONTENT.code())
                .end();
    }

    /** The token of the session of a request; its validity is found out inside. */
    Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(StaffSessionFilter.COOKIE))
                .map(Cookie::getValue);
    }

    /** Answers a request without a session; of a page that somebody opens, by the page that says how to begin one. */
    void refuse(RoutingContext request) {
        if (FetchMetadata.of(request.request().headers()).isNavigation()) {
            request.response()
                    .setStatusCode(HttpResponseStatus.FOUND.code())
                    .putHeader(HttpHeaders.LOCATION, path.substring(StaffSessionFilter.ROOT.length()))
                    .end();
        } else {
            UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
        }
    }

    /** Ends the session in this browser. */
    void end(RoutingContext request) {
        request.response()
                .addCookie(cookie("").setMaxAge(0))
                .setStatusCode(HttpResponseStatus.FOUND.code())
                .putHeader(HttpHeaders.LOCATION, "/")
                .end();
    }

    private static Cookie cookie(String token) {
        return Cookie.cookie(StaffSessionFilter.COOKIE, token)
                .setPath(StaffSessionFilter.ROOT)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
