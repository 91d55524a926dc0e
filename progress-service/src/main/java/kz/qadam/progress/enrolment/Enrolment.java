package kz.qadam.progress.enrolment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.kafka.ContradictingEvent;

/** What this service relies on in {@code kz.qadam.enrolment.*.v1}: an enrolment as it now stands. */
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

    public Enrolment {
        requireNonNull(id, "enrolmentId");
        requireNonNull(institution, "institution");
        requireNonNull(reference, "reference");
        requireNonNull(learnerId, "learnerId");
        requireNonNull(course, "course");
        requireNonNull(cohort, "cohort");
        requireNonNull(region, "region");
        requireNonNull(enrolledOn, "enrolledOn");
    }

    /**
     * Of two states of one enrolment the one with the higher version.
     *
     * @throws ContradictingEvent if the same version is told in two ways
     */
    public Enrolment newer(Enrolment other) {
        if (version == other.version && !equals(other)) {
            throw new ContradictingEvent();
        }
        return version < other.version ? other : this;
    }
}
