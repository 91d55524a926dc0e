package kz.qadam.chassis.trail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.security.Actor;

/**
 * Entries about requests that change nothing, which wait to be written together. They are bounded, in total and by caller:
 * of what does not fit only the number is kept, by kind, and is an entry itself as soon as the database takes entries.
 */
@ApplicationScoped
class WaitingTrailEntries {

    /** How many are written by one statement. */
    private static final int TOGETHER = 500;

    /** What has no place, by its kind. */
    private static final String WITHOUT_PLACE = "without a place";

    private final Queue<TrailEntry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();
    private final Map<TrailKind, Integer> withoutPlace = new ConcurrentHashMap<>();
    private final Trail trail;
    private final Database database;
    private final TrailConfig config;
    private final Counter counter;
    private volatile Runnable wake = () -> {};

    WaitingTrailEntries(Trail trail, Database database, TrailConfig config, MeterRegistry metrics) {
        this.trail = trail;
        this.database = database;
        this.config = config;
        this.counter = Counter.builder("qadam.trail.counted.only")
                .description("Requests of which the trail has the number only, since too many entries waited")
                .register(metrics);
    }

    /** @param action is run when many entries wait */
    void onMany(Runnable action) {
        wake = action;
    }

    int size() {
        return size.get();
    }

    /** Whether so many wait that one caller may have all places that it may have. */
    boolean isCrowded() {
        return size.get() >= config.mostWaitingOfOne();
    }

    /**
     * Whether there is a place for an entry of this kind about this caller. Half of the places are only for requests that
     * show records of people, since these are refused without a place.
     */
    boolean hasPlace(TrailKind kind, ActorAction origin) {
        int most = kind.showsRecords() ? config.mostWaiting() : config.mostWaiting() / 2;
        return size.get() < most && byCaller.getOrDefault(caller(origin), 0) < config.mostWaitingOfOne();
    }

    /** Keeps an entry, or its number if it has no place. */
    void add(TrailEntry entry) {
        if (hasPlace(entry.kind(), entry.origin())) {
            addAnyway(entry);
        } else {
            count(entry.kind(), 1);
        }
    }

    /** Keeps an entry about several requests; there are not more of these than are remembered. */
    void addAnyway(TrailEntry entry) {
        byCaller.merge(caller(entry.origin()), 1, Integer::sum);
        waiting.add(entry);
        if (size.incrementAndGet() == TOGETHER) {
            wake.run();
        }
    }

    /** Keeps the number of requests that have no place. */
    void count(TrailKind kind, int requests) {
        withoutPlace.merge(kind, requests, Integer::sum);
        counter.increment(requests);
    }

    /** Writes the next entries; they wait until they are durable. Returns whether there may be more. */
    boolean write() {
        List<TrailEntry> next = waiting.stream().limit(TOGETHER).toList();
        Map<TrailKind, Integer> counted = Map.copyOf(withoutPlace);
        if (next.isEmpty() && counted.isEmpty()) {
            return false;
        }
        Collection<TrailEntry> all = new ArrayList<>(next);
        counted.forEach((kind, requests) -> all.add(entryOf(kind, requests)));
        database.transaction(handle -> {
            trail.add(handle, List.copyOf(all));
            return null;
        });
        next.forEach(this::remove);
        counted.forEach((kind, requests) ->
                withoutPlace.computeIfPresent(kind, (same, now) -> now.equals(requests) ? null : now - requests));
        return next.size() == TOGETHER;
    }

    private TrailEntry entryOf(TrailKind kind, int requests) {
        return trail.entryOfAnswer(
                kind, new ActorAction(WITHOUT_PLACE, null), TrailEntry.COUNTED, null, null, requests, null);
    }

    private void remove(TrailEntry written) {
        waiting.poll();
        size.decrementAndGet();
        byCaller.computeIfPresent(caller(written.origin()), (same, count) -> count == 1 ? null : count - 1);
    }

    private static String caller(ActorAction origin) {
        Actor actor = origin.actor();
        return actor == null
                ? ""
                : Stream.of(actor.institution(), actor.name())
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse("");
    }
}
