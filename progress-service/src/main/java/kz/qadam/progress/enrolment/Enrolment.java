package kz.qadam.progress.enrolment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.events.event.ErasedReference;
import kz.qadam.chassis.events.kafka.ContradictingEventException;

/** The members of {@code kz.qadam.enrolment.*.v1} that this service uses: the newest state of an enrolment. */
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
     * The state with the higher version. Of the same version it is this one, also if an erasure has replaced the reference
     * of one of the two.
     *
     * @throws ContradictingEventException if the same version was published with different content
     */
    public Enrolment newer(Enrolment other) {
        if (version == other.version && !equals(other) && !isUnderAnErasedReference(other)) {
            throw new ContradictingEventException();
        }
        return version < other.version ? other : this;
    }

    private boolean isUnderAnErasedReference(Enrolment other) {
        return ErasedReference.replaces(reference, other.reference) && equals(other.withReference(reference));
    }

    /** The same state under another reference. */
    public Enrolment withReference(String other) {
        return new Enrolment(id, version, institution, other, learnerId, course, cohort, region, enrolledOn);
    }
}
