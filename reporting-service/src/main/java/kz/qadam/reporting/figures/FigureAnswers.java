package kz.qadam.reporting.figures;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.qadam.chassis.security.Caller;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers every question about figures: for the API as JSON or CSV, for the stream, the page and publications. A caller
 * who sees exact figures settles the point in time of the question. A public question settles nothing, so that the
 * public cannot block the intake, and {@link PublicLoadLimit} limits the work for public questions.
 */
@ApplicationScoped
public class FigureAnswers {

    /** A public question as it was asked; equal questions share one answer. */
    private record Asked(String asOf, String on, Object question) {}

    private record Rendering(FigureQuery<?> query, AnswerFormat format) {}

    private record Rendered(FigureContext context, RenderedAnswer answer) {}

    private final PointsInTime pointsInTime;
    private final AnswerCache cache;
    private final PublicLoadLimit limit;
    private final PublicResponseCache responses;
    private final Caller caller;
    private final CurrentVertxRequest current;

    FigureAnswers(
            PointsInTime pointsInTime,
            AnswerCache cache,
            PublicLoadLimit limit,
            PublicResponseCache responses,
            Caller caller,
            CurrentVertxRequest current) {
        this.pointsInTime = pointsInTime;
        this.cache = cache;
        this.limit = limit;
        this.responses = responses;
        this.caller = caller;
        this.current = current;
    }

    /** The response to the current request, as JSON or as CSV. */
    public RestResponse<byte[]> respond(FigureQuery<?> query, FigureParameters parameters) {
        return respond(query, parameters.asOf, parameters.on, parameters.format());
    }

    /** The response to the current request. */
    RestResponse<byte[]> respond(FigureQuery<?> query, String asOf, String on, AnswerFormat format) {
        Rendered rendered = rendered(query, asOf, on, format);
        HttpServerRequest request = current.getCurrent().request();
        responses.remember(request, rendered.context(), remembered(asOf, on), rendered.answer());
        return ConditionalResponse.of(rendered.answer(), request).toRest();
    }

    /** The first figures of a stream, for the caller of the current request. */
    FigureStream.Figure figure(FigureQuery<?> query, String asOf, String on) {
        Rendered rendered = rendered(query, asOf, on, AnswerFormat.JSON);
        return FigureStream.Figure.of(rendered.context(), rendered.answer());
    }

    private Rendered rendered(FigureQuery<?> query, String asOf, String on, AnswerFormat format) {
        return answer(
                asOf,
                on,
                new Rendering(query, format),
                context -> {
                    RenderedAnswer known = cache.ifRendered(query, context, format);
                    return known == null ? null : new Rendered(context, known);
                },
                context -> new Rendered(context, cache.rendered(query, context, format)));
    }

    /**
     * Answers the caller of the current request from what was known at one point in time. For {@link PublicLoadLimit}
     * this is one piece of work, however many queries it takes.
     *
     * @param asOf null for what is known now
     * @param on null for the day of {@code asOf}
     * @param question the question without time and audience
     * @param known gives the answer from a cache; otherwise null
     * @param work computes the answer
     */
    public <T> T answer(
            String asOf,
            String on,
            Object question,
            Function<FigureContext, T> known,
            Function<FigureContext, T> work) {
        AnswerHead.Audience audience = AnswerHead.Audience.of(caller);
        if (audience == AnswerHead.Audience.exact) {
            return work.apply(new FigureContext(pointsInTime.of(asOf, on), audience));
        }
        PointInTime knownTime = pointsInTime.unsettledIfKnown(asOf, on);
        T answer = knownTime == null ? null : known.apply(new FigureContext(knownTime, audience));
        return answer != null
                ? answer
                : limit.run(
                        new Asked(asOf, on, question),
                        () -> work.apply(new FigureContext(pointsInTime.unsettled(asOf, on), audience)));
    }

    /** The same for answers that are in no cache. */
    public <T> T answer(String asOf, String on, Object question, Function<FigureContext, T> work) {
        return answer(asOf, on, question, context -> null, work);
    }

    /** The view record that answers a query. */
    public <V> V view(FigureQuery<V> query, FigureContext context) {
        return cache.view(query, context);
    }

    /** The answer as JSON, computed again and not taken from the cache: for publications, which keep it as evidence. */
    public byte[] json(FigureQuery<?> query, FigureContext context) {
        return cache.computed(query, context);
    }

    /** The context that a public question would have now; null if only the database could tell. */
    private Supplier<FigureContext> remembered(String asOf, String on) {
        return () -> {
            PointInTime time = pointsInTime.remembered(asOf, on);
            return time == null ? null : new FigureContext(time, AnswerHead.Audience.published);
        };
    }
}
