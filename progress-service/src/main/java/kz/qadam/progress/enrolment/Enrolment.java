package kz.qadam.progress.enrolment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;

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
}
