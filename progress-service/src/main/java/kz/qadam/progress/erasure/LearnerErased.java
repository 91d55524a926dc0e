package kz.qadam.progress.erasure;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The members of {@code kz.qadam.learner.erased.v1} that this service uses: a person is blocked, or erased.
 *
 * @param learners all ids of the person
 */
public record LearnerErased(UUID learnerId, String state, List<UUID> learners, int version, Instant recordedAt) {

    private static final Set<String> STATES = Set.of("blocked", "erased");

    public LearnerErased {
        require(STATES.contains(state), "state is not a value of the contract.");
    }

    boolean isErased() {
        return state.equals("erased");
    }
}
