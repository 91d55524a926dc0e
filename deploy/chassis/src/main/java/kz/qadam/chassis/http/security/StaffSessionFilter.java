package kz.qadam.chassis.http.security;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.problem.StaffPath;
import kz.qadam.chassis.http.problem.UnroutedProblems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves people who have logged in: what is below {@code /staff} is the same as elsewhere, with the access token of
 * their session. The session is a cookie for these paths alone, and no cookie has an effect on any other path, so that
 * public answers depend on their address alone, and programs on their token. OIDC leads people without a session to the
 * provider and back.
 */
@ApplicationScoped
class StaffSessionFilter {

    static final String ROOT = StaffPath.ROOT;

    private static final String LOGOUT = ROOT + "/logout";

    /** Before CORS (300) and everything else that reads the request. */
    private static final int FIRST = 310;

    /** After the authorization (100), which leads people without a session to the provider. */
    private static final int AUTHORIZED = 50;

    /** What the request had in its context before its session was known. */
    private static final String BEFORE = StaffSessionFilter.class.getName() + ".before";

    static final String INSIDE = StaffSessionFilter.class.getName() + ".inside";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** What the names of the cookies of a session begin with: a long session has several. */
    static final String COOKIE = "q_session";

    private final boolean isOffered;
    private final LiveSessions sessions;
    private final LocalTokenCookie byToken;
    private final String address;

    StaffSessionFilter(
            LoginConfig config,
            LiveSessions sessions,
            LocalTokenCookie byToken,
            @ConfigProperty(name = "qadam.public-url") String address) {
        this.isOffered = config.enabled();
        this.sessions = sessions;
        this.byToken = byToken;
        this.address = address;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
        filters.register(this::authorized, AUTHORIZED);
    }

    /** Whether people log in for this request. */
    static boolean isFor(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    private void admit(RoutingContext request) {
        MultiMap headers = request.request().headers();
        if (request.get(INSIDE) != null) {
            request.next();
        } else if (!isFor(request)) {
            headers.remove(HttpHeaders.COOKIE);
            request.next();
        } else if (!isOffered && !byToken.isOffered()) {
            UnroutedProblems.answer(request, ProblemType.NOT_FOUND);
        } else if (!isOwn(request)) {
            UnroutedProblems.answer(request, ProblemType.FORBIDDEN);
        } else {
            request.put(BEFORE, Set.copyOf(request.data().keySet()));
            if (isOffered) {
                headers.remove(HttpHeaders.AUTHORIZATION);
                request.next();
            } else {
                withToken(request);
            }
        }
    }

    private void withToken(RoutingContext request) {
        String path = request.normalizedPath();
        if (byToken.begins(request)) {
            request.next();
        } else if (path.equals(LOGOUT)) {
            byToken.end(request);
        } else {
            byToken.of(request).ifPresentOrElse(token -> enter(request, token), () -> byToken.refuse(request));
        }
    }

    /**
     * Whether a page of this service sends the request. Reading changes nothing, so any site may link to it; but no script
     * of another origin may read the answer, whichever origins may ask elsewhere.
     */
    private boolean isOwn(RoutingContext request) {
        boolean isReading = READING.contains(request.request().method())
                && !request.normalizedPath().equals(LOGOUT);
        var metadata = FetchMetadata.of(request.request().headers());
        return isReading ? metadata.keepsAnswerFromOthers(address) : metadata.isSameOrigin(address);
    }

    private void authorized(RoutingContext request) {
        if (request.get(INSIDE) != null || !isFor(request)) {
            request.next();
            return;
        }
        Context own = Vertx.currentContext();
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(identity -> identified(request, identity, own), request::fail);
    }

    /** @param own the context of the request; others may wait for the same answer of the provider */
    private void identified(RoutingContext request, SecurityIdentity identity, Context own) {
        if (!isOffered) {
            byToken.begin(request, identity);
            return;
        }
        var credential = identity == null ? null : identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
            return;
        }
        String token = credential.getToken();
        sessions.goesOn(identity, token)
                .emitOn(work -> own.runOnContext(run -> work.run()))
                .subscribe()
                .with(
                        goesOn -> {
                            if (goesOn) {
                                enter(request, token);
                            } else {
                                end(request);
                            }
                        },
                        request::fail);
    }

    /** Removes the cookies of a session that has ended; a page that is opened then leads to the provider. */
    private static void end(RoutingContext request) {
        HttpServerResponse response = request.response();
        request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(COOKIE))
                .forEach(name -> response.addCookie(Cookie.cookie(name, "")
                        .setPath(ROOT)
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)));
        if (FetchMetadata.of(request.request().headers()).isNavigation()) {
            response.setStatusCode(HttpResponseStatus.FOUND.code())
                    .putHeader(HttpHeaders.LOCATION, request.normalizedPath() + query(request))
                    .end();
        } else {
            UnroutedProblems.answer(request, ProblemType.UNAUTHORIZED);
        }
    }

    /** Continues as the same request from inside, with the access token and without the cookie. */
    private static void enter(RoutingContext request, String token) {
        Set<String> before = request.get(BEFORE);
        request.data().keySet().retainAll(before);
        request.userContext().clear();
        request.put(INSIDE, true);
        request.request().headers().remove(HttpHeaders.COOKIE).set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        request.reroute(request.request().method(), inside(request));
    }

    private static String inside(RoutingContext request) {
        String path = request.normalizedPath().substring(ROOT.length());
        return (path.isEmpty() ? "/" : path) + query(request);
    }

    private static String query(RoutingContext request) {
        String query = request.request().query();
        return query == null ? "" : "?" + query;
    }
}
