package kz.qadam.chassis.http.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Refuses bodies over 64 KiB, batches over 10 MiB, or the limit of a path, with a 413 that gives the reason: by their
 * Content-Length before a byte is read, chunked bodies while they are read. Quarkus' own limit, which is higher, would
 * close the connection without an answer.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {

    /** The most bytes of a single post. */
    static final long SINGLE = 64L * 1024;

    /** The most bytes of a batch. */
    public static final long BATCH = 10L * 1024 * 1024;

    // Before Quarkus' own check (-2) and before authentication.
    private static final int FIRST = -1_000;

    private final LargeBodies larger;
    private final List<LargeBodyPath> largePaths;
    private final CurrentVertxRequest current;

    BodyLimit(LargeBodies larger, @Any Instance<LargeBodyPath> largePaths, CurrentVertxRequest current) {
        this.larger = larger;
        this.largePaths = largePaths.stream().toList();
        this.current = current;
    }

    void refuseByLength(@Observes Router router) {
        router.route().order(FIRST).handler(request -> {
            if (length(request.request()) <= limit(request)) {
                request.next();
            } else {
                UnroutedProblems.answer(request, ProblemType.TOO_LARGE);
            }
        });
    }

    private long limit(RoutingContext request) {
        String path = StaffPath.withoutRoot(request.normalizedPath());
        return larger.most(path).orElse(isBatch(request) ? BATCH : SINGLE);
    }

    /** Whether the body of a request may contain many items. */
    public boolean isBatch(RoutingContext request) {
        String path = StaffPath.withoutRoot(request.normalizedPath());
        return path.endsWith("/batch") || largePaths.stream().anyMatch(one -> one.includes(path));
    }

    /**
     * How many bytes of the body may be in memory: its length, or its limit if the length is unknown. A body larger
     * than a batch is streamed to storage.
     */
    public long bytesToBuffer(RoutingContext request) {
        if (larger.most(StaffPath.withoutRoot(request.normalizedPath())).isPresent()) return 0;
        HttpServerRequest http = request.request();
        return http.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? length(http) : limit(request);
    }

    /** What a request says of the length of its body; 0 if nothing. */
    public static long length(HttpServerRequest request) {
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
