package kz.qadam.reporting.audit.recount;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The learners whose next trained state has not arrived. */
final class LearnersInFlight {

    private final EarlierAwaitedStates earlier;
    private final String requested;
    private final List<AwaitedState> awaited = new ArrayList<>();
    private long learners;
    private long overdue;

    /** @param requested the cohort that is recounted; null for all */
    LearnersInFlight(EarlierAwaitedStates earlier, String requested) {
        this.earlier = earlier;
        this.requested = requested;
    }

    /**
     * Notes what a learner waits for.
     *
     * @return the cohorts where the state is on its way. One that was awaited at an earlier daily recount is lost: the
     *     learner is compared like all others, so that figures that lack the state differ
     */
    Set<String> onTheirWay(RecountedLearner learner) {
        Set<String> onTheirWay = new HashSet<>();
        Set<String> lost = new HashSet<>();
        learner.awaited().forEach((cohort, state) -> {
            boolean isOverdue = earlier.isOverdue(learner.id(), cohort, learner.arrived(cohort));
            (isOverdue ? lost : onTheirWay).add(cohort);
            if (awaited.size() < EarlierAwaitedStates.MOST) {
                awaited.add(state);
            }
        });
        learners += isRequested(onTheirWay) ? 1 : 0;
        overdue += isRequested(lost) ? 1 : 0;
        return onTheirWay;
    }

    private boolean isRequested(Set<String> cohorts) {
        return requested == null ? !cohorts.isEmpty() : cohorts.contains(requested);
    }

    long learners() {
        return learners;
    }

    long overdue() {
        return overdue;
    }

    List<AwaitedState> awaited() {
        return awaited;
    }
}
