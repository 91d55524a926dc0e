package kz.qadam.chassis.http.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Handles a body that is still being sent when the answer is already known. It is read and discarded for a limited
 * time, since many clients read the answer only after they have sent everything: without reading they would wait
 * forever, and if the connection were closed at once they would not see the answer.
 */
final class UnreadBody {

    private static final long LINGER_MILLIS = 60_000;

    /** Shorter bodies have arrived completely. */
    private static final long SHORT = 64 * 1024;

    private static final String DISCARDED = UnreadBody.class.getName();

    private UnreadBody() {}

    /** To be called before {@link #discard} if the rest should not be read. */
    static void leaveUnread(RoutingContext request) {
        request.put(DISCARDED, true);
    }

    /** To be called before the answer is written; the connection is closed after it. */
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
