package kz.qadam.progress.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;

/** What this service relies on in {@code kz.qadam.enrolment.*.v1}: an enrolment in its newest state. */
public record Enrolment(
        @JsonProperty("enrolmentId") UUID id,
        int version,
        String institution,
        String reference,
        UUID learnerId,
        String course,
        String cohort,
        String region,
        LocalDate enrolledOn) {

    /**
     * Of two states of one enrolment the one with the higher version.
     *
     * @throws ContradictingEvent if the same version was published in two ways
     */
    public Enrolment newer(Enrolment other) {
        if (version == other.version && !equals(other)) {
            throw new ContradictingEvent();
        }
        return version < other.version ? other : this;
    }
}
