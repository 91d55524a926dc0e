package kz.qadam.progress.learner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.qadam.chassis.kafka.OutboxEvent;

/**
 * The trained states of learners before and after a judgement.
 *
 * @param facts the events about the changed states. They are published after the events that caused them, so that a
 *     consumer of a cause then finds its consequence
 */
public record TrainedStateChanges(Map<LearnerCohort, Change> changes, List<OutboxEvent> facts) {

    static final TrainedStateChanges NOBODY = new TrainedStateChanges(Map.of(), List.of());

    /** The states of a learner before and after; both are the same if nothing changed. */
    public record Change(TrainedState before, TrainedState after) {

        boolean isChange() {
            return before.version() != after.version();
        }
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
