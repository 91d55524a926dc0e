package kz.qadam.progress.learner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.qadam.chassis.kafka.OutboxEvent;

/**
 * What a judgement brought about.
 *
 * @param facts what is to be told of it, after what brought it about: who has read the one then finds the other
 */
public record Judged(Map<LearnerCohort, Turn> turns, List<OutboxEvent> facts) {

    static final Judged NOBODY = new Judged(Map.of(), List.of());

    /** A learner's state before and after; the same one twice if nothing differs. */
    public record Turn(TrainedState before, TrainedState after) {

        boolean isChange() {
            return before.version() != after.version();
        }
    }

    /** The version of a judged learner's state that takes everything up to now into account. */
    public int version(LearnerCohort who) {
        return Objects.requireNonNull(turns.get(who)).after().version();
    }

    /** How many states are other than before. */
    public int changed() {
        return (int) turns.values().stream().filter(Turn::isChange).count();
    }
}
