package kz.qadam.reporting.intake.contract;

import static kz.qadam.chassis.event.EventJson.require;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.qadam.reporting.rollup.fact.LearnerErased;

/** The data of {@code kz.qadam.learner.erased.v1}: a person is blocked, or erased. */
record LearnerErasedEvent(
        UUID learnerId, String state, List<UUID> learners, List<UUID> enrolments, long version, Instant recordedAt) {

    private static final Set<String> STATES = Set.of("blocked", "erased");

    LearnerErasedEvent {
        require(STATES.contains(state), "state is not a value of the contract.");
    }

    LearnerErased fact() {
        return new LearnerErased(learnerId, state.equals("erased"), learners, enrolments, version);
    }
}
