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
import kz.qadam.chassis.background.BackgroundLoops;
import kz.qadam.reporting.asof.PointsInTime;
import org.jboss.logging.Logger;

/**
 * The newest figures of the programme for all who listen. One thread looks whether they have changed, once for all who
 * asked the same; what cannot change is not looked at again.
 */
@ApplicationScoped
class FigureStream {

    private static final Logger LOG = Logger.getLogger(FigureStream.class);

    private static final FigureQuery<?> PROGRAMME = new FigureQuery.OfProgramme();

    /** The figures; two are equal if nobody could tell them apart. */
    record Figure(long version, String json) {

        static Figure of(FigureContext context, RenderedAnswer answer) {
            return new Figure(context.time().batch(), new String(answer.plain(), StandardCharsets.UTF_8));
        }
    }

    /** What is listened to: the newest figures, of a day or of today. */
    private record Asked(String on, Head.Audience audience) {}

    private final FigureAnswers answers;
    private final AnswerCache cache;
    private final PointsInTime moments;
    private final PublicLoadLimit limit;
    private final StreamConfig config;
    private final Map<Asked, Listeners> listening = new ConcurrentHashMap<>();

    FigureStream(
            FigureAnswers answers,
            AnswerCache cache,
            PointsInTime moments,
            PublicLoadLimit limit,
            StreamConfig config) {
        this.answers = answers;
        this.cache = cache;
        this.moments = moments;
        this.limit = limit;
        this.config = config;
    }

    /**
     * The figures of a moment and, without {@code asOf}, whatever they change to.
     *
     * @param asOf null for the newest
     * @param on null for today
     */
    Multi<Figure> follow(String asOf, String on, Head.Audience audience) {
        Figure first = answers.figure(PROGRAMME, asOf, on);
        return asOf == null
                ? newest(new Asked(on, audience), first)
                : Multi.createFrom().item(first);
    }

    private Multi<Figure> newest(Asked asked, Figure first) {
        return Multi.createFrom()
                .<Figure>emitter(
                        listener -> {
                            join(asked, listener, first);
                            listener.onTermination(() -> leave(asked, listener));
                        },
                        BackPressureStrategy.LATEST)
                .skip()
                .repetitions();
    }

    private void join(Asked asked, MultiEmitter<? super Figure> listener, Figure first) {
        listening.compute(asked, (key, known) -> {
            Listeners all = known == null ? new Listeners() : known;
            all.join(listener, first);
            return all;
        });
    }

    private void leave(Asked asked, MultiEmitter<? super Figure> listener) {
        listening.computeIfPresent(asked, (key, all) -> all.leave(listener) ? null : all);
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loops.start("figure-stream", config.every(), this::step);
    }

    /** After a look that took longer than the interval, this instance rests for as long. */
    private boolean step() throws InterruptedException {
        long begun = System.nanoTime();
        lookAtAll();
        TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begun - config.every().toNanos());
        return false;
    }

    /** What most listen to comes first. */
    private void lookAtAll() {
        List<Map.Entry<Asked, Listeners>> all = new ArrayList<>(listening.entrySet());
        all.sort(Comparator.comparing(one -> -one.getValue().count()));
        for (Map.Entry<Asked, Listeners> one : all) {
            try {
                lookAt(one.getKey(), one.getValue());
            } catch (RuntimeException e) {
                LOG.warnf("The figures cannot be looked at just now: %s", e.getMessage());
            }
        }
    }

    private void lookAt(Asked asked, Listeners listeners) {
        var context = new FigureContext(moments.unsettled(null, asked.on()), asked.audience());
        if (!listeners.have(context)) {
            listeners.hear(
                    context,
                    asked.audience() == Head.Audience.exact
                            ? figure(context)
                            : limit.runWhenFree(() -> figure(context)));
        }
    }

    private Figure figure(FigureContext context) {
        return Figure.of(context, cache.rendered(PROGRAMME, context, Format.JSON));
    }

    /** Those who asked the same, and what they heard last. */
    private static final class Listeners {

        private final Set<MultiEmitter<? super Figure>> all = new HashSet<>();
        private FigureContext context;
        private Figure last;

        synchronized void join(MultiEmitter<? super Figure> listener, Figure first) {
            all.add(listener);
            listener.emit(last == null || last.version() < first.version() ? first : last);
        }

        /** Whether nobody is left. */
        synchronized boolean leave(MultiEmitter<? super Figure> listener) {
            all.remove(listener);
            return all.isEmpty();
        }

        synchronized boolean have(FigureContext other) {
            return other.equals(context);
        }

        synchronized void hear(FigureContext other, Figure figure) {
            context = other;
            last = figure;
            all.forEach(listener -> listener.emit(figure));
        }

        synchronized int count() {
            return all.size();
        }
    }
}
