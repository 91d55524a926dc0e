package kz.qadam.enrolment.completions;

import java.util.UUID;
import kz.qadam.chassis.events.kafka.ContradictingEventException;

/** The facts of a completion that this service needs; a row of {@code completion}. */
record Completion(UUID id, UUID enrolmentId, boolean accepted, int version) {

    /**
     * Returns the state with the higher version, of two states of the same completion.
     *
     * @throws ContradictingEventException if the two have the same version but different facts
     */
    Completion newer(Completion other) {
        if (version == other.version && !equals(other)) {
            throw new ContradictingEventException();
        }
        return version < other.version ? other : this;
    }
}
