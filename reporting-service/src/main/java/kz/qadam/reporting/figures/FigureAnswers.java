package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers every question about figures: as a view record for the page, as JSON or CSV for the API, the stream and
 * publications. Each query is answered once in each context and rendered once in each format, since neither a release
 * nor what was known at a batch ever changes.
 *
 * <p>A caller who sees exact figures settles the point in time of the question. Everybody else is answered from the
 * releases, and {@link PublicLoadLimit} limits the work for these answers.
 */
@ApplicationScoped
public class FigureAnswers {

    private static final int MOST_ROWS = 20_000;
    private static final int ROWS_OF_OTHERS = 50;
    private static final int MOST_BYTES = 64 << 20;

    /** A public question, and all that an answer and a rendered answer depend on. Equal questions share one answer. */
    private record Asked(PublishedContext context, Object question) {}

    private record InContext(FigureQuery<?> query, FigureContext context) {}

    private record Rendering(FigureQuery<?> query, FigureContext context, AnswerFormat format) {}

    private final Figures figures;
    private final ReleaseChoice releases;
    private final ObjectMapper json;
    private final PointInTimeResolver points;
    private final PublicLoadLimit limit;
    private final PublicResponseCache responses;
    private final Caller caller;
    private final Recording recording;
    private final CurrentVertxRequest current;

    private final Cache<InContext, Object> views = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((InContext asked, Object view) -> rows(view))
            .build();
    private final Cache<Rendering, RenderedAnswer> rendered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Rendering asked, RenderedAnswer answer) -> answer.length())
            .build();

    FigureAnswers(
            Figures figures,
            ReleaseChoice releases,
            ObjectMapper json,
            PointInTimeResolver points,
            PublicLoadLimit limit,
            PublicResponseCache responses,
            Caller caller,
            Recording recording,
            CurrentVertxRequest current) {
        this.figures = figures;
        this.releases = releases;
        this.json = json;
        this.points = points;
        this.limit = limit;
        this.responses = responses;
        this.caller = caller;
        this.recording = recording;
        this.current = current;
    }

    /** The newest release that is public. */
    public PublishedContext newest() {
        return releases.newest();
    }

    /** The view record that answers a query; null if the public has no answer. */
    @SuppressWarnings("unchecked") // Each query is a key of its own answer.
    public <V> V view(FigureQuery<V> query, FigureContext context) {
        return isFor(query, context)
                ? (V) views.get(new InContext(query, context), asked -> answer(query, context))
                : null;
    }

    private static boolean isFor(FigureQuery<?> query, FigureContext context) {
        return context instanceof ExactContext || query.hasPublishedAnswer();
    }

    private <V> V answer(FigureQuery<V> query, FigureContext context) {
        return context instanceof ExactContext exact
                ? figures.answer(query, exact)
                : query.answer(new PublishedFigures((PublishedContext) context));
    }

    /** The answer as JSON, computed again and not taken from the cache: for publications, which keep it as evidence. */
    public byte[] json(FigureQuery<?> query, FigureContext context) {
        return bytes(answer(query, context), AnswerFormat.JSON);
    }

    /** The rendered answer to a query that has an answer in the context. */
    RenderedAnswer rendered(FigureQuery<?> query, FigureContext context, AnswerFormat format) {
        return rendered.get(
                new Rendering(query, context, format),
                asked -> RenderedAnswer.of(context, format.headers(), bytes(view(query, context), format)));
    }

    /**
     * The rendered answer for the caller of the current request; for one region, if the caller sees no other.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 401 or 403 if the public, or the caller's region, has no answer
     */
    RenderedAnswer rendered(FigureQuery<?> query, String asOf, String on, AnswerFormat format) {
        boolean isPublic = AnswerHead.Audience.of(caller) == AnswerHead.Audience.published;
        if (isPublic && caller.region().isPresent()) {
            AccessScope scope = caller.scopeOfFigures();
            FigureQuery<?> narrowed = query.within(scope).orElseThrow(caller::withoutRole);
            return rendered(narrowed, exact(asOf, on, scope.region()), format);
        }
        if (isPublic && !query.hasPublishedAnswer()) {
            throw caller.withoutRole();
        }
        return answer(
                asOf,
                on,
                List.of(query, format),
                context -> rendered.getIfPresent(new Rendering(query, context, format)),
                context -> rendered(query, context, format));
    }

    /** The response to the current request, as JSON or as CSV. */
    public RestResponse<byte[]> respond(FigureQuery<?> query, FigureParameters parameters) {
        return respond(query, parameters.asOf, parameters.on, parameters.format());
    }

    /** The response to the current request. */
    RestResponse<byte[]> respond(FigureQuery<?> query, String asOf, String on, AnswerFormat format) {
        return respond(rendered(query, asOf, on, format));
    }

    /** The response to the current request with an answer, or with a page. */
    public RestResponse<byte[]> respond(RenderedAnswer answer) {
        return responses.answer(answer, current.getCurrent()).toRest();
    }

    /** Forgets all answers, as if the service had just started. */
    public void forget() {
        views.invalidateAll();
        rendered.invalidateAll();
        responses.forget();
    }

    /**
     * Answers the caller of the current request from what was known at one point in time, or from one release. For
     * {@link PublicLoadLimit} this is one piece of work, however many queries it takes.
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
        if (AnswerHead.Audience.of(caller) == AnswerHead.Audience.exact) {
            return work.apply(exact(asOf, on, null));
        }
        PublishedContext context = releases.at(asOf, on);
        T answer = known.apply(context);
        return answer != null ? answer : limit.run(new Asked(context, question), () -> work.apply(context));
    }

    /** The same for answers that are in no cache. */
    public <T> T answer(String asOf, String on, Object question, Function<FigureContext, T> work) {
        return answer(asOf, on, question, context -> null, work);
    }

    /** Settles the point in time of an exact answer, by which the trail finds the answer again. */
    private ExactContext exact(String asOf, String on, String region) {
        PointInTime time = points.of(asOf, on);
        recording.setPointInTime(time.asOf(), time.on(), time.batch());
        return new ExactContext(time, region);
    }

    private byte[] bytes(Object view, AnswerFormat format) {
        try {
            return format.isTable()
                    ? ((TabularAnswer) view).table().bytes(format == AnswerFormat.CSV)
                    : json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be rendered", e);
        }
    }

    /** Counts the rows of a table without making their cells. */
    private static int rows(Object view) {
        return view instanceof TabularAnswer tabular
                ? 1 + (int) tabular.table().rows().count()
                : ROWS_OF_OTHERS;
    }
}
