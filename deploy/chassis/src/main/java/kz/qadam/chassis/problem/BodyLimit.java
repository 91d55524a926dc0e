package kz.qadam.chassis.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies over 64 KiB, batches over 10 MiB, or what else a path may take, with a 413 that says why: by their
 * Content-Length before a byte is read, and those sent in chunks while they are read. Quarkus' own limit, set higher,
 * would close the connection without a word.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {

    /** Bytes of a single post. */
    static final long SINGLE = 64L * 1024;

    /** Bytes of a batch. */
    static final long BATCH = 10L * 1024 * 1024;

    // Before Quarkus' own check (-2) and before anything that looks at a token.
    private static final int FIRST = -1_000;

    private final LargeBodies larger;
    private final CurrentVertxRequest current;

    BodyLimit(LargeBodies larger, CurrentVertxRequest current) {
        this.larger = larger;
        this.current = current;
    }

    void refuseByLength(@Observes Router router) {
        router.route().order(FIRST).handler(request -> {
            if (length(request.request()) <= limit(request)) {
                request.next();
            } else {
                Unrouted.answer(request, ProblemType.TOO_LARGE);
            }
        });
    }

    private long limit(RoutingContext request) {
        String path = request.normalizedPath();
        return larger.most(path).orElse(isBatch(request) ? BATCH : SINGLE);
    }

    /** Whether the body of a request may hold many items. */
    public static boolean isBatch(RoutingContext request) {
        return request.normalizedPath().endsWith("/batch");
    }

    /**
     * How many bytes of the body may come into memory: its length, or what it may have if it says none. What is larger
     * than a batch goes to where it is kept as it comes.
     */
    public long bytesToBuffer(RoutingContext request) {
        if (larger.most(request.normalizedPath()).isPresent()) return 0;
        HttpServerRequest http = request.request();
        return http.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? length(http) : limit(request);
    }

    static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().getFirst("Content-Length") == null) {
            context.setInputStream(new Limited(context.getInputStream(), limit(current.getCurrent())));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) throw new Problem(ProblemType.TOO_LARGE);
        }
    }
}
