package kz.qadam.reporting.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers each query once in each context and renders the answer once in each format. What was known at a batch never
 * changes, so all callers with the same query get the same answer.
 */
@ApplicationScoped
class AnswerCache {

    /** Everything that an answer depends on. */
    private record Asked(FigureQuery<?> query, FigureContext context) {}

    private record Rendered(FigureQuery<?> query, FigureContext context, AnswerFormat format) {}

    private static final int MOST_ROWS = 20_000;
    private static final int ROWS_OF_OTHERS = 50;
    private static final int MOST_BYTES = 64 << 20;

    private final Figures figures;
    private final ObjectMapper json;
    private final Cache<Asked, Object> views = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((Asked asked, Object view) -> rows(view))
            .build();
    private final Cache<Rendered, RenderedAnswer> rendered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Rendered asked, RenderedAnswer answer) -> answer.length())
            .build();

    AnswerCache(Figures figures, ObjectMapper json) {
        this.figures = figures;
        this.json = json;
    }

    /** The view record that answers a query. */
    @SuppressWarnings("unchecked") // Each query is a key of its own answer.
    <V> V view(FigureQuery<V> query, FigureContext context) {
        return (V) views.get(new Asked(query, context), asked -> query.answer(figures, context));
    }

    /** The rendered answer to a query. */
    RenderedAnswer rendered(FigureQuery<?> query, FigureContext context, AnswerFormat format) {
        return rendered.get(
                new Rendered(query, context, format),
                asked -> RenderedAnswer.of(context.audience(), format, bytes(view(query, context), format)));
    }

    /** The rendered answer if it is in the cache; otherwise null. */
    RenderedAnswer ifRendered(FigureQuery<?> query, FigureContext context, AnswerFormat format) {
        return rendered.getIfPresent(new Rendered(query, context, format));
    }

    /** The answer as JSON, computed again and not taken from the cache: for publications, which keep it as evidence. */
    byte[] computed(FigureQuery<?> query, FigureContext context) {
        return bytes(query.answer(figures, context), AnswerFormat.JSON);
    }

    private byte[] bytes(Object view, AnswerFormat format) {
        try {
            return format.isTable()
                    ? Csv.bytes((TabularAnswer) view, format == AnswerFormat.CSV)
                    : json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be rendered", e);
        }
    }

    private static int rows(Object view) {
        return view instanceof TabularAnswer table ? 1 + (int) table.rows().count() : ROWS_OF_OTHERS;
    }
}
