package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enrolment in its current state. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Enrolment", description = "An enrolment in its current state.")
record EnrolmentView(
        @Schema(examples = "0199a1c2-7a00-7c3e-8d11-5b8f6a7c1e01")
        UUID id,

        @Schema(description = "The institution's own reference.", examples = "E-1")
        String reference,

        @Schema(
                description = "The learner's surrogate: random, the same for one person at all institutions.",
                examples = "4f9c1b7e-53a1-4c7e-9a55-0c2f6f1f3a10")
        UUID learnerId,

        @Schema(examples = "school-42") String institution,

        @Schema(examples = "AI-101") String course,

        @Schema(examples = "pupils") String cohort,

        @Schema(
                description = "The region in which it counts: as sent; else that of the institution when the learner"
                        + " was enrolled; else unknown.",
                examples = "KZ-75")
        String region,

        @Schema(examples = "2026-02-01") LocalDate enrolledOn,

        @JsonUnwrapped EnrolmentAttributes attributes,

        @Schema(
                description = "withdrawn if there is a withdrawal; else completed if an accepted completion is known;"
                        + " else enrolled.",
                examples = "enrolled")
        EnrolmentStatus status,

        @Schema(description = "The number of this state, from 1.", examples = "1")
        int version) {

    static EnrolmentView of(Enrolment e) {
        return new EnrolmentView(
                e.id(),
                e.reference(),
                e.content().learnerId(),
                e.institution(),
                e.content().course(),
                e.content().cohort(),
                e.region(),
                e.content().enrolledOn(),
                e.content().attributes(),
                e.status(),
                e.version());
    }

    EnrolmentView withId(UUID other) {
        return with(other, learnerId);
    }

    EnrolmentView withoutIds() {
        return with(null, null);
    }

    private EnrolmentView with(UUID otherId, UUID otherLearner) {
        return new EnrolmentView(
                otherId,
                reference,
                otherLearner,
                institution,
                course,
                cohort,
                region,
                enrolledOn,
                attributes,
                status,
                version);
    }
}
