package kz.qadam.chassis.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Requests that were refused to callers who were verified. Of equal ones (caller, action, outcome) the first few in a
 * minute have an entry each, and the others one together when the minute ends: anybody with an account can be refused as
 * often as he likes.
 */
@Startup
@ApplicationScoped
class Denials {

    /** What equal denials have in common. */
    record Denied(ActorAction origin, String outcome, int status) {}

    private static final class Requests {
        private int inFull;
        private int counted;
    }

    private final Map<Denied, Requests> numbers = new HashMap<>();
    private final Trail trail;
    private final WaitingTrailEntries waiting;
    private final TrailConfig config;
    private volatile int mostOfOne;

    Denials(Trail trail, WaitingTrailEntries waiting, TrailConfig config, MeterRegistry metrics) {
        this.trail = trail;
        this.waiting = waiting;
        this.config = config;
        Gauge.builder("qadam.trail.denials.most", () -> mostOfOne)
                .description("How often the most refused caller was refused within the last whole minute")
                .register(metrics);
    }

    /** @param subject the opaque id or the code of the thing, or null */
    synchronized void add(Denied denied, String subject) {
        Requests number = numbers.get(denied);
        if (number == null) {
            if (numbers.size() >= config.mostRemembered()) {
                waiting.count(TrailKind.DENIAL, 1);
                return;
            }
            number = new Requests();
            numbers.put(denied, number);
        }
        if (number.inFull < config.denialsInFull() && waiting.hasPlace(TrailKind.DENIAL, denied.origin())) {
            number.inFull++;
            waiting.add(entry(denied, subject, null));
        } else {
            number.counted++;
        }
    }

    /**
     * The minute ends. What was counted becomes entries; if these have no place, it is counted on.
     *
     * @param isLast whether the service ends: then there is no later minute
     */
    synchronized void endMinute(boolean isLast) {
        mostOfOne = mostOfOne();
        Iterator<Map.Entry<Denied, Requests>> all = numbers.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Denied, Requests> one = all.next();
            int counted = one.getValue().counted;
            boolean isOver = counted == 0
                    || isLast
                    || waiting.hasPlace(TrailKind.DENIAL, one.getKey().origin());
            if (isOver && counted > 0) {
                waiting.addAnyway(entry(one.getKey(), null, counted));
            }
            if (isOver) {
                all.remove();
            }
        }
    }

    private int mostOfOne() {
        Map<String, Integer> byCaller = new HashMap<>();
        numbers.forEach((denied, number) ->
                byCaller.merge(denied.origin().actor().name(), number.inFull + number.counted, Integer::sum));
        return byCaller.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private TrailEntry entry(Denied denied, String subject, Integer requests) {
        return trail.entryOfAnswer(
                TrailKind.DENIAL, denied.origin(), denied.outcome(), denied.status(), subject, requests, null);
    }
}
