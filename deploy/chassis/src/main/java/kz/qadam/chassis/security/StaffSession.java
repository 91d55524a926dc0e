package kz.qadam.chassis.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.problem.UnroutedProblems;

/**
 * Serves people who have logged in: what is below {@code /staff} is the same as elsewhere, with the access token of
 * their session. The session is a cookie for these paths alone, and no cookie has an effect on any other path, so that
 * public answers depend on their address alone, and programs on their token. OIDC leads people without a session to the
 * provider and back.
 */
@ApplicationScoped
class StaffSession {

    static final String ROOT = "/staff";

    private static final String LOGOUT = ROOT + "/logout";

    /** Before CORS (300) and everything else that reads the request. */
    private static final int FIRST = 310;

    /** After the authorization (100), which leads people without a session to the provider. */
    private static final int AUTHORIZED = 50;

    /** What the request had in its context before its session was known. */
    private static final String BEFORE = StaffSession.class.getName() + ".before";

    static final String INSIDE = StaffSession.class.getName() + ".inside";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final boolean isOffered;

    StaffSession(LoginConfig config) {
        this.isOffered = config.enabled();
    }

    void register(@Observes Filters filters) {
        filters.register(this::first, FIRST);
        filters.register(this::authorized, AUTHORIZED);
    }

    /** Whether people log in for this request. */
    static boolean isFor(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    private void first(RoutingContext request) {
        MultiMap headers = request.request().headers();
        if (request.get(INSIDE) != null) {
            request.addHeadersEndHandler(
                    end -> request.response().headers().set(HttpHeaders.CACHE_CONTROL, "private, no-store"));
            request.next();
        } else if (!isFor(request)) {
            headers.remove(HttpHeaders.COOKIE);
            request.next();
        } else if (!isOffered) {
            UnroutedProblems.answer(request, ProblemType.NOT_FOUND);
        } else if (!isOwn(request)) {
            UnroutedProblems.answer(request, ProblemType.FORBIDDEN);
        } else {
            headers.remove(HttpHeaders.AUTHORIZATION);
            request.put(BEFORE, Set.copyOf(request.data().keySet()));
            request.next();
        }
    }

    /** Whether a page of this service sends the request. Reading changes nothing, so any site may link to it. */
    private static boolean isOwn(RoutingContext request) {
        boolean isReading = READING.contains(request.request().method())
                && !request.normalizedPath().equals(LOGOUT);
        return isReading || "same-origin".equals(request.request().getHeader("Sec-Fetch-Site"));
    }

    private void authorized(RoutingContext request) {
        if (request.get(INSIDE) != null || !isFor(request)) {
            request.next();
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(identity -> enter(request, identity), request::fail);
    }

    /** Continues as the same request from inside, with the access token and without the cookie. */
    private static void enter(RoutingContext request, SecurityIdentity identity) {
        var token = identity == null ? null : identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
            return;
        }
        Set<String> before = request.get(BEFORE);
        request.data().keySet().retainAll(before);
        request.userContext().clear();
        request.put(INSIDE, true);
        request.request()
                .headers()
                .remove(HttpHeaders.COOKIE)
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        request.reroute(request.request().method(), inside(request));
    }

    private static String inside(RoutingContext request) {
        String path = request.normalizedPath().substring(ROOT.length());
        String query = request.request().query();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
