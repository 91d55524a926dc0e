package kz.qadam.reporting.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;

/**
 * Answers a public request from memory if the same request was answered before and its context is still the same. This
 * happens before authentication and without a worker thread, since thousands of people look at the same figures.
 */
@ApplicationScoped
class PublicResponseCache {

    /** After CORS (300), before authentication (200). */
    private static final int PRIORITY = 250;

    /** One question can be written in very many ways, and some answers are long. */
    private static final int MOST_BYTES = 16 << 20;

    private record Asked(String uri, String accept) {

        int length() {
            return uri.length() + (accept == null ? 0 : accept.length());
        }

        static Asked by(HttpServerRequest request) {
            return new Asked(request.uri(), request.getHeader(HttpHeaders.ACCEPT));
        }
    }

    private record Answered(RenderedAnswer answer, Supplier<FigureContext> now) {

        boolean isCurrent() {
            return answer.context().equals(now.get());
        }
    }

    private final Cache<Asked, Answered> answered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Answered answered) ->
                    asked.length() + answered.answer().length())
            .build();

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    /**
     * Remembers how a request was answered.
     *
     * @param now gives the context that the same request would have now; null if only the database could tell
     */
    void remember(HttpServerRequest request, RenderedAnswer answer, Supplier<FigureContext> now) {
        if (answer.context().audience() == AnswerHead.Audience.published && isPublic(request)) {
            answered.put(Asked.by(request), new Answered(answer, now));
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Answered known = isPublic(request) ? answered.getIfPresent(Asked.by(request)) : null;
        if (known == null || !known.isCurrent()) {
            context.next();
            return;
        }
        ConditionalResponse.of(known.answer(), request).send(context.response());
    }

    private static boolean isPublic(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.headers().getAll(HttpHeaders.ACCEPT).size() <= 1
                && !hasBody(request);
    }

    /** A request with a body is not answered here, since nothing here reads the body. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) != null || request.getHeader("Transfer-Encoding") != null;
    }
}
