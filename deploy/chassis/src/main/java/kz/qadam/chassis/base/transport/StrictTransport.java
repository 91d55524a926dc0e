package kz.qadam.chassis.base.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Commits browsers, with each answer over TLS, to reach this host by TLS only from now on. */
@ApplicationScoped
class StrictTransport {

    private static final String HEADER = "Strict-Transport-Security";

    /** Before answers that are kept, so that these have the header too. */
    private static final int FIRST = 10_000;

    private final boolean always;
    private final String value;

    StrictTransport(StrictTransportConfig config) {
        this.always = config.always();
        this.value =
                "max-age=" + config.maxAge().toSeconds() + (config.includeSubdomains() ? "; includeSubDomains" : "");
    }

    void register(@Observes Filters filters) {
        filters.register(this::complete, FIRST);
    }

    private void complete(RoutingContext request) {
        // Behind a trusted proxy, this is what the proxy says about its own connection.
        if (always || request.request().isSSL()) {
            request.addHeadersEndHandler(unused -> request.response().putHeader(HEADER, value));
        }
        request.next();
    }
}
