package kz.qadam.reporting.figures;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.logging.Logger;

/**
 * Streams the newest figures of the programme to all listeners: exact ones after each change, published ones after each
 * release. One thread checks for changes, once for all listeners
 * with the same question. Figures that can never change are sent once and not checked again.
 */
@ApplicationScoped
class FigureStream {

    private static final Logger LOG = Logger.getLogger(FigureStream.class);

    private static final FigureQuery<?> PROGRAMME = new FigureQuery.OfProgramme();

    /** The figures as they are sent. */
    record Figure(FigureContext context, String json) {

        static Figure of(RenderedAnswer answer) {
            return new Figure(answer.context(), new String(answer.plain(), StandardCharsets.UTF_8));
        }

        long version() {
            return context.version();
        }
    }

    /**
     * The question of some listeners: the newest figures, of a given day or of today.
     *
     * @param region only of this region; null: of all, and in published figures
     */
    private record Question(String on, AnswerHead.Audience audience, String region) {

        /** The question of the listener whose first figures have this context. */
        static Question of(String on, FigureContext first) {
            return new Question(on, first.audience(), first instanceof ExactContext exact ? exact.region() : null);
        }
    }

    private final FigureAnswers answers;
    private final PointInTimeResolver points;
    private final ReleaseChoice releases;
    private final PublicLoadLimit limit;
    private final StreamConfig config;
    private final Map<Question, Listeners> byQuestion = new ConcurrentHashMap<>();

    FigureStream(
            FigureAnswers answers,
            PointInTimeResolver points,
            ReleaseChoice releases,
            PublicLoadLimit limit,
            StreamConfig config) {
        this.answers = answers;
        this.points = points;
        this.releases = releases;
        this.limit = limit;
        this.config = config;
    }

    /**
     * The figures at a point in time and, without {@code asOf}, the figures after each change.
     *
     * @param asOf null for the newest
     * @param on null for today
     */
    Multi<Figure> follow(String asOf, String on) {
        Figure first = Figure.of(answers.rendered(PROGRAMME, asOf, on, AnswerFormat.JSON));
        return asOf == null
                ? newest(Question.of(on, first.context()), first)
                : Multi.createFrom().item(first);
    }

    private Multi<Figure> newest(Question question, Figure first) {
        return Multi.createFrom()
                .<Figure>emitter(
                        listener -> {
                            join(question, listener, first);
                            listener.onTermination(() -> leave(question, listener));
                        },
                        BackPressureStrategy.LATEST)
                .skip()
                .repetitions();
    }

    private void join(Question question, MultiEmitter<? super Figure> listener, Figure first) {
        byQuestion.compute(question, (key, known) -> {
            Listeners all = known == null ? new Listeners() : known;
            all.join(listener, first);
            return all;
        });
    }

    private void leave(Question question, MultiEmitter<? super Figure> listener) {
        byQuestion.computeIfPresent(question, (key, all) -> all.leave(listener) ? null : all);
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.start("figure-stream", config.every(), this::step);
    }

    /** If a check takes longer than the interval, this instance waits for as long before the next one. */
    private boolean step() throws InterruptedException {
        long begun = System.nanoTime();
        refreshAll();
        TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begun - config.every().toNanos());
        return false;
    }

    /** The question with the most listeners comes first. */
    private void refreshAll() {
        List<Map.Entry<Question, Listeners>> all = new ArrayList<>(byQuestion.entrySet());
        all.sort(Comparator.comparing(one -> -one.getValue().count()));
        for (Map.Entry<Question, Listeners> one : all) {
            try {
                refresh(one.getKey(), one.getValue());
            } catch (RuntimeException e) {
                LOG.warnf("The figures of the stream cannot be read just now: %s", e.getMessage());
            }
        }
    }

    private void refresh(Question question, Listeners listeners) {
        FigureContext context = question.audience() == AnswerHead.Audience.exact
                ? new ExactContext(points.of(null, question.on()), question.region())
                : releases.at(null, question.on());
        if (!listeners.isCurrent(context)) {
            listeners.send(
                    question.audience() == AnswerHead.Audience.exact
                            ? figure(context)
                            : limit.runWhenFree(() -> figure(context)));
        }
    }

    private Figure figure(FigureContext context) {
        return Figure.of(answers.rendered(PROGRAMME, context, AnswerFormat.JSON));
    }

    /** The listeners with the same question, and the figures that they were sent last. */
    private static final class Listeners {

        private final Set<MultiEmitter<? super Figure>> all = new HashSet<>();
        private Figure last;

        synchronized void join(MultiEmitter<? super Figure> listener, Figure first) {
            all.add(listener);
            listener.emit(last == null || last.version() < first.version() ? first : last);
        }

        /** Removes a listener. True if no listener is left. */
        synchronized boolean leave(MultiEmitter<? super Figure> listener) {
            all.remove(listener);
            return all.isEmpty();
        }

        synchronized boolean isCurrent(FigureContext context) {
            return last != null && last.context().equals(context);
        }

        synchronized void send(Figure figure) {
            last = figure;
            all.forEach(listener -> listener.emit(figure));
        }

        synchronized int count() {
            return all.size();
        }
    }
}
