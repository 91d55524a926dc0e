package kz.qadam.chassis.base.transport;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a shutdown begins, each answer closes its connection, so that no caller sends its next request over a connection
 * that is about to be closed. Event streams, which have no end, are cut off; their callers connect again, and reach
 * another instance.
 */
@ApplicationScoped
class ConnectionDraining {

    /** Before all other filters, so that each answer has the header. */
    private static final int FIRST = 10_001;

    private static final String EVENT_STREAM = "text/event-stream";

    private final Set<HttpServerResponse> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean announced;

    void register(@Observes Filters filters) {
        filters.register(this::follow, FIRST);
    }

    void announce(@Observes ShutdownDelayInitiatedEvent event) {
        announced = true;
        streams.forEach(HttpServerResponse::reset);
    }

    private void follow(RoutingContext request) {
        request.addHeadersEndHandler(unused -> beforeHeaders(request));
        request.next();
    }

    private void beforeHeaders(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (announced) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(EVENT_STREAM)) {
            request.addEndHandler(unused -> streams.remove(response));
            streams.add(response);
            if (announced) {
                // Not before the headers are written.
                request.vertx().runOnContext(unused -> response.reset());
            }
        }
    }
}
