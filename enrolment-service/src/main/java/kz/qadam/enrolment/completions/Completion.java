package kz.qadam.enrolment.completions;

import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;

/** A completion as far as it matters here; a row of {@code completion}. */
record Completion(UUID id, UUID enrolmentId, boolean accepted, int version) {

    /**
     * Of two states of one completion the one with the higher version.
     *
     * @throws ContradictingEvent if the same version was published in two ways, as far as they matter here
     */
    Completion newer(Completion other) {
        if (version == other.version && !equals(other)) {
            throw new ContradictingEvent();
        }
        return version < other.version ? other : this;
    }
}
