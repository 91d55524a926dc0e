package kz.qadam.progress.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A learner in a cohort, as the institution sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OwnLearner", description = "A learner in a cohort, by the references of the institution's enrolments.")
public record OwnLearnerView(
        UUID learnerId,
        @Schema(examples = "pupils") String cohort,

        @Schema(
                description = "The institution's own enrolments of this learner in this cohort.",
                examples = "[\"E-2026-0001\"]")
        List<String> enrolments,

        boolean trained,

        @Schema(
                description = "The day on which the requirement was met; absent if it is not, and for a partner if it"
                        + " was met by a completion at another institution.",
                examples = "2026-05-31")
        LocalDate trainedOn,

        @Schema(description = "Hours of the distinct courses completed that count and are shown.", examples = "36")
        int hours,

        @Schema(
                description = "The distinct courses completed that count; for a partner those of its own alone.",
                examples = "[\"AI-101\"]")
        List<String> courses,

        @Schema(
                description = "What the requirement in force today leaves open beside the courses shown; absent once"
                        + " trained.")
        ProgressView.Missing missing) {

    static OwnLearnerView of(UUID learner, List<String> enrolments, ProgressView.InCohort progress) {
        return new OwnLearnerView(
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
