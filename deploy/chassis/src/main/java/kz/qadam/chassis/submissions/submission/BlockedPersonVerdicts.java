package kz.qadam.chassis.submissions.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jdbi.v3.core.Handle;

/**
 * The verdicts that a person is blocked. A sender gets one only where something would have been kept, and each of them is
 * in the trail, so that nobody finds such people out by trying, unnoticed.
 */
public final class BlockedPersonVerdicts {

    private BlockedPersonVerdicts() {}

    /**
     * Adds an entry to the trail for each of these verdicts.
     *
     * @param originAt where the item at a place comes from
     */
    public static <V> void addTo(
            Trail trail, Handle transaction, List<Outcome<V>> outcomes, IntFunction<ActorAction> originAt) {
        List<ActorAction> origins = new ArrayList<>();
        for (int index = 0; index < outcomes.size(); index++) {
            if (saysBlocked(outcomes.get(index))) {
                origins.add(originAt.apply(index));
            }
        }
        trail.addVerdicts(transaction, origins, Outcome.Rejected.BLOCKED, ProblemType.RULE_VIOLATED.status());
    }

    static boolean saysBlocked(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?> rejected && rejected.saysBlocked();
    }

    /** Whether nothing would have been kept of all or none anyway, since another item was rejected. */
    static boolean isRefusedAnyway(BatchOptions options, List<? extends Outcome<?>> outcomes) {
        return options.isRefusedAsAWhole(
                outcomes.stream().filter(outcome -> !saysBlocked(outcome)).toList());
    }
}
