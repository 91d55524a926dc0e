package kz.qadam.chassis.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What is still being sent when its answer is known already. It is read and forgotten for a while, since many a sender
 * looks for an answer only when all is sent: it would wait for ever on a connection that nobody reads, and see nothing of
 * the answer on one that is closed at once.
 */
final class UnreadBody {

    private static final long LINGER_MILLIS = 60_000;

    /** Shorter ones have arrived as a whole. */
    private static final long SHORT = 64 * 1024;

    private static final String DISCARDED = UnreadBody.class.getName();

    private UnreadBody() {}

    /** To be called before {@link #discard} where nobody is to wait for the rest. */
    static void leaveUnread(RoutingContext request) {
        request.put(DISCARDED, true);
    }

    /** To be called before the answer is written; the connection ends with it. */
    static void discard(RoutingContext request) {
        HttpServerRequest http = request.request();
        if (http.isEnded() || length(http) <= SHORT || request.get(DISCARDED) != null) return;
        request.put(DISCARDED, true);
        http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(answered -> {
            if (http.isEnded()) return;
            long timer = request.vertx()
                    .setTimer(LINGER_MILLIS, late -> http.connection().close());
            http.handler(bytes -> {});
            http.exceptionHandler(gone -> request.vertx().cancelTimer(timer));
            http.endHandler(end -> {
                request.vertx().cancelTimer(timer);
                http.connection().close();
            });
            http.resume();
        });
    }

    private static long length(HttpServerRequest http) {
        boolean inChunks = http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return inChunks ? Long.MAX_VALUE : BodyLimit.length(http);
    }
}
