package kz.qadam.progress.xapi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says with each answer below {@code /v1/xapi} which version of the specification is spoken, also if it is refused. */
@ApplicationScoped
class XapiVersionHeader {

    static final String HEADER = "X-Experience-API-Version";
    static final String SPOKEN = "1.0.3";

    /** Before other filters, so that their answers have the header too. */
    private static final int FIRST = 10_002;

    void register(@Observes Filters filters) {
        filters.register(XapiVersionHeader::complete, FIRST);
    }

    private static void complete(RoutingContext request) {
        if (request.normalizedPath().startsWith(StatementResource.PATH + "/")) {
            request.addHeadersEndHandler(end -> request.response().putHeader(HEADER, SPOKEN));
        }
        request.next();
    }
}
