package kz.qadam.progress.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.Completed;
import kz.qadam.progress.trained.Requirement.Lacking;
import kz.qadam.progress.trained.TrainedRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a learner has come, cohort by cohort. */
@Schema(name = "LearnerProgress")
public record ProgressView(UUID learnerId, List<InCohort> cohorts) {

    /** How far a learner has come in one cohort. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LearnerProgressInCohort")
    public record InCohort(
            @Schema(examples = "pupils") String cohort,
            boolean trained,

            @Schema(description = "The day on which the requirement was met; absent if it is not.")
            LocalDate trainedOn,

            @Schema(description = "Hours of the distinct courses completed that count.", examples = "36")
            int hours,

            @Schema(description = "The distinct courses completed that count, wherever.")
            List<String> courses,

            @Schema(description = "What the requirement in force today leaves open; absent once trained.")
            Missing missing) {

        static InCohort of(
                String cohort, LocalDate trainedOn, List<Completed> completions, Catalogue catalogue, LocalDate today) {
            List<Completed> counting = completions.stream()
                    .filter(c -> catalogue.days() != null && catalogue.days().include(c.on()))
                    .toList();
            Map<String, Integer> hours = new HashMap<>();
            counting.forEach(c -> hours.put(c.course(), c.hours()));
            Missing missing = trainedOn != null
                    ? null
                    : TrainedRule.inForceOn(today, catalogue.cohort(cohort).requirements())
                            .map(v -> Missing.of(v.requirement().lackingOf(counting)))
                            .orElse(null);
            return new InCohort(
                    cohort,
                    trainedOn != null,
                    trainedOn,
                    hours.values().stream().mapToInt(Integer::intValue).sum(),
                    hours.keySet().stream().sorted().toList(),
                    missing);
        }
    }

    /** What is still to be done. */
    @Schema(name = "MissingForRequirement")
    public record Missing(
            @Schema(description = "Named courses that are not completed.")
            List<String> courses,

            @Schema(description = "So many more distinct courses.")
            int moreCourses,

            @Schema(description = "So many more hours.") int hours) {

        static Missing of(Lacking lacking) {
            return new Missing(lacking.courses(), lacking.moreCourses(), lacking.hours());
        }
    }
}
