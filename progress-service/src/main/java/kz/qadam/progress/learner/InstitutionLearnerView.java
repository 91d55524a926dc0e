package kz.qadam.progress.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A learner in a cohort, as the institution sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "OwnLearner",
        description = "A learner in a cohort, with the references of the institution's" + " enrolments.")
public record InstitutionLearnerView(
        UUID learnerId,
        @Schema(examples = "pupils") String cohort,

        @Schema(
                description = "The institution's own enrolments of this learner in this cohort.",
                examples = "[\"E-2026-0001\"]")
        List<String> enrolments,

        boolean trained,

        @Schema(
                description = "The day on which the requirement was met; absent if it is not met, and for a partner"
                        + " if a completion at another institution met it.",
                examples = "2026-05-31")
        LocalDate trainedOn,

        @Schema(description = "The sum of hours of the courses shown.", examples = "36")
        int hours,

        @Schema(
                description = "The distinct courses with a completion that counts; a partner sees only its own.",
                examples = "[\"AI-101\"]")
        List<String> courses,

        @Schema(
                description = "What is missing for the requirement in force today, after the courses shown; absent"
                        + " once trained.")
        LearnerProgressView.Missing missing) {

    static InstitutionLearnerView of(UUID learner, List<String> enrolments, LearnerProgressView.InCohort progress) {
        return new InstitutionLearnerView(
                learner,
                progress.cohort(),
                enrolments,
                progress.trained(),
                progress.trainedOn(),
                progress.hours(),
                progress.courses(),
                progress.missing());
    }
}
