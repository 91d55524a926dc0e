package kz.qadam.progress.learner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.qadam.chassis.kafka.OutboxEvent;

/**
 * The trained states of learners before and after they were judged.
 *
 * @param facts what is published of it, after what brought it about: a reader of that then finds these
 */
public record TrainedStateChanges(Map<LearnerCohort, Change> changes, List<OutboxEvent> facts) {

    static final TrainedStateChanges NOBODY = new TrainedStateChanges(Map.of(), List.of());

    /** A learner's state before and after; the same one twice if nothing differs. */
    public record Change(TrainedState before, TrainedState after) {

        boolean isChange() {
            return before.version() != after.version();
        }
    }

    /** The version of a judged learner's state that takes everything up to now into account. */
    public int version(LearnerCohort who) {
        return Objects.requireNonNull(changes.get(who)).after().version();
    }

    /** How many states are other than before. */
    public int changed() {
        return (int) changes.values().stream().filter(Change::isChange).count();
    }
}
