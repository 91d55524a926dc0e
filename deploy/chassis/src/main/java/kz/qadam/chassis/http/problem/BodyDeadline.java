package kz.qadam.chassis.http.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Ends requests whose body arrives too slowly with 408: each occupies a connection, and most occupy a thread or a
 * permit that others need.
 */
@ApplicationScoped
class BodyDeadline {

    // Before every handler that may answer without reading the body.
    private static final int FIRST = -1_100;

    /** The name of Vert.x' own request handler in a connection's pipeline. */
    private static final String REQUESTS = "handler";

    private static final String NAME = "qadam-body-deadline";

    private final BodyDeadlineConfig config;
    private final Counter exceeded;

    BodyDeadline(BodyDeadlineConfig config, MeterRegistry metrics) {
        this.config = config;
        this.exceeded = Counter.builder("qadam.body.deadline.exceeded")
                .description("Requests that were answered 408, since their body came too slowly")
                .register(metrics);
    }

    void watch(@Observes Router router) {
        router.route().order(FIRST).handler(request -> {
            if (request.request().connection() instanceof ConnectionBase connection) {
                watch(connection.channel(), request);
            }
            request.next();
        });
    }

    private void watch(Channel channel, RoutingContext request) {
        if (!channel.eventLoop().inEventLoop() || channel.pipeline().get(REQUESTS) == null) {
            return;
        }
        BodyArrival arrival = (BodyArrival) channel.pipeline().get(NAME);
        if (arrival == null) {
            arrival = new BodyArrival(config, this::end);
            channel.pipeline().addBefore(REQUESTS, NAME, arrival);
        }
        arrival.nextRequest(request);
    }

    private void end(RoutingContext request) {
        exceeded.increment();
        request.addEndHandler(answered -> request.request().connection().close());
        UnreadBody.leaveUnread(request);
        UnroutedProblems.answer(request, ProblemType.TOO_SLOW);
    }
}
