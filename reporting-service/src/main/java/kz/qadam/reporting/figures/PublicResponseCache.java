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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Answers a public request from memory if the same request was answered before and no release has become public since.
 * This happens before authentication and without a worker thread, since thousands of people look at the same figures. The
 * answer depends on the address alone: a request with a token is not answered here, and cookies have no effect. The page
 * also depends on the language that the reader prefers.
 */
@ApplicationScoped
class PublicResponseCache {

    /** After CORS (300), before authentication (200). */
    private static final int PRIORITY = 250;

    /** One question can be written in very many ways, and some answers are long. */
    private static final int MOST_BYTES = 16 << 20;

    private static final String PAGE = "/";

    /** Where a request keeps the newest release of its arrival. */
    private static final String NEWEST = PublicResponseCache.class.getName();

    /** @param language only for the page; otherwise null */
    private record Asked(String uri, String accept, String language) {

        int length() {
            return uri.length() + length(accept) + length(language);
        }

        private static int length(String header) {
            return header == null ? 0 : header.length();
        }

        static Asked by(HttpServerRequest request) {
            return new Asked(
                    request.uri(),
                    request.getHeader(HttpHeaders.ACCEPT),
                    PAGE.equals(request.path()) ? request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) : null);
        }
    }

    /** @param newest the newest release when the request arrived */
    private record Answered(RenderedAnswer answer, PublishedContext newest) {}

    private final Cache<Asked, Answered> answered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Answered answered) ->
                    asked.length() + answered.answer().length())
            .build();

    private final ReleaseChoice releases;
    private final Clock clock;

    PublicResponseCache(ReleaseChoice releases, Clock clock) {
        this.releases = releases;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    /**
     * The response with an answer. A public one is remembered, and others may keep it until the next release, unless a
     * release has become public since the request arrived: then the answer may be of the release before.
     */
    ConditionalResponse answer(RenderedAnswer answer, RoutingContext current) {
        HttpServerRequest request = current.request();
        if (!(answer.context() instanceof PublishedContext)) {
            return ConditionalResponse.of(answer, null, request);
        }
        PublishedContext newest = releases.newest();
        if (!newest.equals(current.get(NEWEST))) {
            return ConditionalResponse.of(answer, Duration.ZERO, request);
        }
        if (isPublic(request)) {
            answered.put(Asked.by(request), new Answered(answer, newest));
        }
        return ConditionalResponse.of(answer, freshness(newest), request);
    }

    /** How long the answer stays the same; zero if the next release is late. */
    private Duration freshness(PublishedContext newest) {
        Instant next = newest.state().nextRelease();
        Duration left = next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        PublishedContext newest = releases.newest();
        Answered known = isPublic(request) ? answered.getIfPresent(Asked.by(request)) : null;
        if (known == null || !known.newest().equals(newest)) {
            context.put(NEWEST, newest);
            context.next();
            return;
        }
        ConditionalResponse.of(known.answer(), freshness(newest), request).send(context.response());
    }

    /** Forgets all answers, as if the service had just started. */
    void forget() {
        answered.invalidateAll();
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
