package kz.qadam.chassis.http.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives each answer without a content security policy one by which a browser does nothing with it. Browsers obey the
 * strictest of several policies, so pages with a policy of their own keep only that.
 */
@ApplicationScoped
class BrowserPolicy {

    /** Before answers that are kept, so that these have the header too. */
    private static final int FIRST = 10_000;

    /** The page of the API's documentation has scripts and styles in itself. */
    private static final String DOCUMENTATION = "/q/swagger-ui";

    private static final String OF_DOCUMENTATION =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(BrowserPolicy::complete, FIRST);
    }

    private static void complete(RoutingContext request) {
        HttpServerResponse response = request.response();
        request.addHeadersEndHandler(unused -> {
            if (!response.headers().contains(HtmlPage.POLICY)) {
                response.putHeader(
                        HtmlPage.POLICY,
                        request.normalizedPath().startsWith(DOCUMENTATION) ? OF_DOCUMENTATION : NOTHING);
            }
        });
        request.next();
    }
}
