package kz.qadam.chassis.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Requests of the present minute that change nothing. The first of equal ones (caller, action, question, what was shown)
 * has an entry of its own, and the others one together when the minute ends.
 */
@ApplicationScoped
class RepeatedRequests {

    /**
     * What equal requests have in common.
     *
     * @param asked the path and query; null for a write that found everything as it should be
     * @param subject what it was about, or null
     * @param shown a digest of the records that were shown; empty if there were none
     */
    record Request(TrailKind kind, ActorAction origin, String asked, String subject, String shown) {}

    private static final class Repetitions {
        private int number;
        private Integer status;
        private RecordedQuestion newest;
    }

    private final Map<Request, Repetitions> repetitions = new HashMap<>();
    private final Trail trail;
    private final WaitingTrailEntries waiting;
    private final TrailConfig config;

    RepeatedRequests(Trail trail, WaitingTrailEntries waiting, TrailConfig config) {
        this.trail = trail;
        this.waiting = waiting;
        this.config = config;
    }

    /**
     * Counts a request that was answered the same before in this minute.
     *
     * @param question what was asked and known, or null
     * @return false if it is the first one, so that it needs an entry of its own
     */
    synchronized boolean count(Request request, Integer status, RecordedQuestion question) {
        Repetitions known = repetitions.get(request);
        if (known == null) {
            if (repetitions.size() < config.mostRemembered()) {
                repetitions.put(request, new Repetitions());
            }
            return false;
        }
        known.number++;
        known.status = status;
        known.newest = question;
        return true;
    }

    /**
     * The minute ends. What was counted becomes entries; if these have no place, it is counted on.
     *
     * @param isLast whether the service ends: then there is no later minute
     */
    synchronized void endMinute(boolean isLast) {
        Iterator<Map.Entry<Request, Repetitions>> all = repetitions.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Request, Repetitions> one = all.next();
            boolean isRepeated = one.getValue().number > 0;
            boolean isOver = !isRepeated
                    || isLast
                    || waiting.hasPlace(one.getKey().kind(), one.getKey().origin());
            if (isOver && isRepeated) {
                waiting.addAnyway(entry(one.getKey(), one.getValue()));
            }
            if (isOver) {
                all.remove();
            }
        }
    }

    private TrailEntry entry(Request request, Repetitions counted) {
        return trail.entryOfAnswer(
                request.kind(),
                request.origin(),
                TrailEntry.REPEATED,
                counted.status,
                request.subject(),
                counted.number,
                counted.newest);
    }
}
