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
 * Thousands look at the same figures, and nobody's token is to be looked at. Who asks without one for what another was just
 * answered gets it here, before tokens, methods and worker threads: as long as everything that it depends on is the same.
 */
@ApplicationScoped
class Door {

    /** After CORS (300), before anything looks for a token (200). */
    private static final int PRIORITY = 250;

    /** A question can be put in very many ways, and some answers are long. */
    private static final int MOST_BYTES = 16 << 20;

    private record Asked(String uri, String accept) {

        int length() {
            return uri.length() + (accept == null ? 0 : accept.length());
        }

        static Asked by(HttpServerRequest request) {
            return new Asked(request.uri(), request.getHeader(HttpHeaders.ACCEPT));
        }
    }

    /** @param now the question, if the same was asked at this moment; null if that cannot be told from memory */
    private record Answered(Question question, Supplier<Question> now, Format format, Rendered.Body body) {

        boolean isSame() {
            return question.equals(now.get());
        }
    }

    private final Cache<Asked, Answered> answered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Answered answer) ->
                    asked.length() + answer.body().length())
            .build();

    void open(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    /** Remembers how a request was answered. */
    void remember(
            HttpServerRequest request, Question question, Supplier<Question> now, Format format, Rendered.Body body) {
        if (question.audience() == Head.Audience.published && isPublic(request)) {
            answered.put(Asked.by(request), new Answered(question, now, format, body));
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Answered known = isPublic(request) ? answered.getIfPresent(Asked.by(request)) : null;
        if (known == null || !known.isSame()) {
            context.next();
            return;
        }
        Reply.of(
                        known.body(),
                        known.format(),
                        request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .send(context.response());
    }

    private static boolean isPublic(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.headers().getAll(HttpHeaders.ACCEPT).size() <= 1
                && !hasBody(request);
    }

    /** Which somebody would have to read. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) != null || request.getHeader("Transfer-Encoding") != null;
    }
}
