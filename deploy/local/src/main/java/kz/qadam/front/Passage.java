package kz.qadam.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;

/**
 * How a request passes: for the same host, with the address from which it came, and without what its sender says of
 * addresses. If the service does not answer, the front does.
 */
final class Passage implements ProxyInterceptor {

    /** A little longer than the services read what they have refused. */
    private static final long LINGER_MILLIS = 65_000;

    private static final int NONE = -1;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private static final String FORWARDED = "forwarded";
    private static final String X_FORWARDED = "x-forwarded-";

    private final Vertx vertx;

    Passage(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest received = request.proxiedRequest();
        List.copyOf(request.headers().names()).stream()
                .filter(Passage::saysWhoCalls)
                .forEach(request.headers()::remove);
        request.putHeader(X_FORWARDED + "for", received.remoteAddress().hostAddress());
        request.putHeader(X_FORWARDED + "proto", received.scheme());
        request.putHeader(X_FORWARDED + "port", Integer.toString(port(received)));
        if (received.authority() != null) {
            request.setAuthority(received.authority());
        }
        String accept = received.getHeader(HttpHeaders.ACCEPT);
        return context.sendRequest()
                .recover(reason -> Future.succeededFuture(
                        instead(request, StaticAnswer.without(!(reason instanceof NotReached), accept))));
    }

    /** A connection whose answer is known ends after the rest of the request, which is still being sent. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        HttpServerRequest received = context.request().proxiedRequest();
        boolean isLast = context.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
        return context.sendResponse().onSuccess(sent -> {
            if (!received.isEnded()) {
                long timer = vertx.setTimer(
                        LINGER_MILLIS, late -> received.connection().close());
                received.end().onComplete(ended -> {
                    vertx.cancelTimer(timer);
                    received.connection().close();
                });
            } else if (isLast) {
                received.connection().close();
            }
        });
    }

    /** Of the address that was asked: a service that is given the protocol forgets the port of the host. */
    private static int port(HttpServerRequest received) {
        int named = received.authority() == null ? NONE : received.authority().port();
        return named > 0 ? named : received.isSSL() ? HTTPS : HTTP;
    }

    private static boolean saysWhoCalls(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals(FORWARDED) || name.startsWith(X_FORWARDED);
    }

    private static ProxyResponse instead(ProxyRequest request, StaticAnswer answer) {
        ProxyResponse response = request.release().response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        return response.setBody(Body.body(Buffer.buffer(answer.body())));
    }

    static void answer(HttpServerResponse response, StaticAnswer answer) {
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .end(answer.body());
    }
}
