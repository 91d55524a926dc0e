package kz.qadam.chassis.http.problem;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures how fast the body of a connection's current request arrives. Time in which the service itself does not read,
 * since it is busy or paused, does not count. All methods run on the connection's event loop.
 */
final class BodyArrival extends ChannelInboundHandlerAdapter {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);

    private final BodyDeadlineConfig config;
    private final Consumer<RoutingContext> tooSlow;

    /** The current request; null until it is routed, and again when its body has arrived. */
    private RoutingContext request;

    /** How many requests have begun to arrive, including the current one, and how many were routed. */
    private int heads = 1;

    private int routed;
    private boolean isArriving = true;
    private boolean isWatched;
    private long bytes;
    private long waited;
    private long lookedAt;

    /** @param tooSlow ends a request */
    BodyArrival(BodyDeadlineConfig config, Consumer<RoutingContext> tooSlow) {
        this.config = config;
        this.tooSlow = tooSlow;
    }

    /** Notes that the connection's next request is routed. */
    void nextRequest(RoutingContext next) {
        routed++;
        if (isArriving && routed == heads) {
            request = next;
        }
    }

    private void begin() {
        request = null;
        isArriving = true;
        bytes = 0;
        waited = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            heads++;
            begin();
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            isArriving = false;
            request = null;
        }
        context.fireChannelRead(message);
    }

    /** Starts to watch a body that did not arrive together with its head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isArriving && !isWatched) {
            isWatched = true;
            lookedAt = System.nanoTime();
            lookLater(context);
        }
        context.fireChannelReadComplete();
    }

    private void lookLater(ChannelHandlerContext context) {
        var unused = context.executor().schedule(() -> look(context), BETWEEN_LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        Channel channel = context.channel();
        long now = System.nanoTime();
        if (channel.config().isAutoRead()) {
            waited += Math.min(now - lookedAt, 2 * BETWEEN_LOOKS);
        }
        lookedAt = now;
        if (!isArriving || !channel.isActive()) {
            isWatched = false;
        } else if (config.isTooSlow(bytes, waited)) {
            isWatched = false;
            end(channel);
        } else {
            lookLater(context);
        }
    }

    /**
     * Ends the request with a problem; one that is already answered, or waits for the answer to an earlier request, can
     * only be cut off.
     */
    private void end(Channel channel) {
        if (request == null || request.response().headWritten()) {
            var unused = channel.close();
        } else {
            tooSlow.accept(request);
        }
    }
}
