package kz.qadam.chassis.http.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Forbids everybody to keep what is answered to a token, a key or a session. An answer to a token or a key that says itself
 * how long it may be kept, such as a script of a page, is left as it is; an answer to a session never is.
 */
@ApplicationScoped
class PrivateAnswers {

    /** Before everything that answers, so that every answer has the header. */
    private static final int FIRST = 10_000;

    private static final String NEVER = "private, no-store";

    void register(@Observes Filters filters) {
        filters.register(PrivateAnswers::complete, FIRST);
    }

    private static void complete(RoutingContext request) {
        boolean isOfSession = StaffSessionFilter.isFor(request) || request.get(StaffSessionFilter.INSIDE) != null;
        if (isOfSession || request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.addHeadersEndHandler(end -> {
                MultiMap headers = request.response().headers();
                if (isOfSession || !headers.contains(HttpHeaders.CACHE_CONTROL)) {
                    headers.set(HttpHeaders.CACHE_CONTROL, NEVER);
                }
            });
        }
        request.next();
    }
}
