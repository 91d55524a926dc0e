package kz.qadam.progress.learner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;
import org.jdbi.v3.core.Handle;

/**
 * The trained states of learners before and after a judgement by rule 2.
 *
 * @param facts the events about the changed states. They are published after the events that caused them, so that a
 *     consumer of a cause then finds its consequence
 */
public record TrainedStateChanges(Map<LearnerCohort, Change> changes, List<OutboxEvent> facts) {

    private static final TrainedStateChanges NOBODY = new TrainedStateChanges(Map.of(), List.of());

    /** The states of a learner before and after; both are the same if nothing changed. */
    public record Change(TrainedState before, TrainedState after) {

        boolean isChange() {
            return before.version() != after.version();
        }
    }

    /**
     * Judges the learners in the transaction that has written their completions, and writes their new states; they stay
     * locked until it ends.
     *
     * @param written the accepted completions that this transaction has written, by learner. A learner who is new here
     *     has no others, so nothing is read
     * @param gainers learners who only gained completions: their earlier completions are read only if they matter
     * @param merged learners whose cause is a merge, instead of the cause of the transaction
     */
    public static TrainedStateChanges judge(
            JudgingTransaction transaction,
            SortedSet<LearnerCohort> learners,
            Map<LearnerCohort, List<AcceptedCompletion>> written,
            Set<LearnerCohort> gainers,
            Set<LearnerCohort> merged) {
        if (learners.isEmpty()) {
            return NOBODY;
        }
        Handle handle = transaction.handle();
        Catalogue catalogue = transaction.catalogue();
        Map<LearnerCohort, TrainedState> ifNew = new HashMap<>();
        learners.forEach(one -> ifNew.put(one, TrainedState.NONE.after(judged(catalogue, one, written))));
        SortedSet<LearnerCohort> known = new TreeSet<>(learners);
        known.removeAll(TrainedStateRows.insertNew(handle, ifNew));
        Map<LearnerCohort, TrainedState> before = TrainedStateRows.lock(handle, known);
        SortedSet<LearnerCohort> open = new TreeSet<>(known);
        open.removeIf(one -> gainers.contains(one)
                && before.get(one).isUnaffectedBy(catalogue, one.cohort(), written.getOrDefault(one, List.of())));
        Map<LearnerCohort, List<AcceptedCompletion>> completions = TrainedStateRows.acceptedCompletions(handle, open);

        Map<LearnerCohort, Change> changes = new HashMap<>();
        Map<LearnerCohort, TrainedState> changed = new HashMap<>();
        List<OutboxEvent> facts = new ArrayList<>();
        for (LearnerCohort one : learners) {
            TrainedState state = before.getOrDefault(one, TrainedState.NONE);
            TrainedState next = open.contains(one)
                    ? state.after(judged(catalogue, one, completions))
                    : known.contains(one) ? state : ifNew.get(one);
            Change change = new Change(state, next);
            changes.put(one, change);
            if (change.isChange()) {
                if (known.contains(one)) {
                    changed.put(one, next);
                }
                facts.add(next.event(
                        one, transaction, merged.contains(one) ? StateChangeCause.MERGED : transaction.cause()));
            }
        }
        TrainedStateRows.update(handle, changed);
        return new TrainedStateChanges(changes, facts);
    }

    private static Optional<Trained> judged(
            Catalogue catalogue, LearnerCohort one, Map<LearnerCohort, List<AcceptedCompletion>> completions) {
        return TrainedRule.judge(
                catalogue.days(),
                catalogue.cohort(one.cohort()).requirements(),
                completions.getOrDefault(one, List.of()));
    }

    /** The version of the learner's trained state that takes everything up to now into account. */
    public int version(LearnerCohort learner) {
        return Objects.requireNonNull(changes.get(learner)).after().version();
    }

    /** How many states have changed. */
    public int changed() {
        return (int) changes.values().stream().filter(Change::isChange).count();
    }
}
