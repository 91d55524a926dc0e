package kz.qadam.chassis.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Counts requests that are refused since nobody was verified for them. Anybody can send as many as he likes, so they
 * share one entry a minute.
 */
@ApplicationScoped
class UnverifiedRequests {

    private static final ActorAction NOBODY = new ActorAction("unverified", null);

    private final AtomicInteger refused = new AtomicInteger();
    private final Trail trail;
    private final WaitingTrailEntries waiting;

    UnverifiedRequests(Trail trail, WaitingTrailEntries waiting) {
        this.trail = trail;
        this.waiting = waiting;
    }

    void count() {
        refused.incrementAndGet();
    }

    void endMinute() {
        int since = refused.getAndSet(0);
        if (since > 0) {
            ProblemType why = ProblemType.UNAUTHORIZED;
            waiting.addAnyway(
                    trail.entryOfAnswer(TrailKind.DENIAL, NOBODY, why.code(), why.status(), null, since, null));
        }
    }
}
