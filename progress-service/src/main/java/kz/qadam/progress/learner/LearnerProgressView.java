package kz.qadam.progress.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.Requirement.Lacking;
import kz.qadam.progress.trained.TrainedRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The progress of a learner in each cohort. */
@Schema(name = "LearnerProgress")
public record LearnerProgressView(UUID learnerId, List<InCohort> cohorts) {

    /** The progress of a learner in one cohort. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LearnerProgressInCohort")
    public record InCohort(
            @Schema(examples = "pupils") String cohort,
            boolean trained,

            @Schema(
                    description = "The day on which the requirement was met; absent if it is not met, and for a"
                            + " partner if a completion at another institution met it.")
            LocalDate trainedOn,

            @Schema(description = "The sum of hours of the courses shown.", examples = "36")
            int hours,

            @Schema(description = "The distinct courses with a completion that counts; a partner sees only its own.")
            List<String> courses,

            @Schema(
                    description =
                            "What is missing for the requirement in force today, after the courses shown; absent once"
                                    + " trained.")
            Missing missing) {

        /**
         * Builds the view for an institution: completions at other institutions are left out.
         *
         * @param viewer the institution that asks; null sees everything
         */
        static InCohort of(
                String cohort,
                Training training,
                List<AcceptedCompletion> completions,
                String viewer,
                Catalogue catalogue,
                LocalDate today) {
            List<AcceptedCompletion> counting = completions.stream()
                    .filter(c -> viewer == null || c.institution().equals(viewer))
                    .filter(c -> catalogue.days() != null && catalogue.days().include(c.on()))
                    .toList();
            Map<String, Integer> hours = new HashMap<>();
            counting.forEach(c -> hours.put(c.course(), c.hours()));
            Missing missing = training.isTrained()
                    ? null
                    : TrainedRule.inForceOn(today, catalogue.cohort(cohort).requirements())
                            .map(v -> Missing.of(v.requirement().lackingOf(counting)))
                            .orElse(null);
            return new InCohort(
                    cohort,
                    training.isTrained(),
                    training.seenBy(viewer),
                    hours.values().stream().mapToInt(Integer::intValue).sum(),
                    hours.keySet().stream().sorted().toList(),
                    missing);
        }
    }

    /**
     * Whether a learner is trained, and the institution that reported the decisive completion.
     *
     * @param on the day; null if the learner is not trained
     * @param institution the institution of the completion that met the requirement
     */
    record Training(LocalDate on, String institution) {

        static final Training NONE = new Training(null, null);

        boolean isTrained() {
            return on != null;
        }

        /**
         * The day, if the viewer reported the completion that met the requirement; a viewer of null sees every day.
         */
        private LocalDate seenBy(String viewer) {
            return viewer == null || viewer.equals(institution) ? on : null;
        }
    }

    /** What is missing for the requirement. */
    @Schema(name = "MissingForRequirement")
    public record Missing(
            @Schema(description = "Required courses that are not completed.")
            List<String> courses,

            @Schema(description = "The number of further distinct courses.")
            int moreCourses,

            @Schema(description = "The number of further hours.")
            int hours) {

        static Missing of(Lacking lacking) {
            return new Missing(lacking.courses(), lacking.moreCourses(), lacking.hours());
        }
    }
}
