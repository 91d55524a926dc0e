package kz.qadam.reporting.rollup.fact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person is blocked, or erased; the data of {@code kz.qadam.learner.erased.v1}. It decides which texts are
 * kept.
 *
 * @param learnerId the surviving one of the person
 * @param state {@code blocked} or {@code erased}
 * @param learners all ids of the person
 * @param enrolments all enrolments of the person
 */
public record LearnerErased(
        UUID learnerId, String state, List<UUID> learners, List<UUID> enrolments, long version, Instant recordedAt)
        implements BlockOrErasure {

    private static final String ERASED = "erased";
    private static final Set<String> STATES = Set.of("blocked", ERASED);

    public LearnerErased {
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("state is not a value of the contract.");
        }
    }

    /** Whether the person is erased, and not only blocked. */
    public boolean erases() {
        return state.equals(ERASED);
    }
}
