package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of the programme. */
@Schema(description = "The figures of the programme: every cohort, and the total.")
public record Progress(
        @JsonUnwrapped AnswerHead head,
        @Schema(nullable = true) ProgrammeView programme,
        List<CohortFigures> cohorts,
        Total total)
        implements CohortTable {

    /** The programme as it was known at the point in time. */
    @Schema(name = "Programme", description = "The programme as it was known at asOf.")
    public record ProgrammeView(
            @Schema(examples = "ai-skills") String code,
            LocalDate startsOn,
            LocalDate horizon,
            List<Programme.Milestone> milestones,
            @Schema(examples = "Asia/Almaty") String zone) {

        static ProgrammeView of(Optional<Programme> programme) {
            return programme
                    .map(one ->
                            new ProgrammeView(one.code(), one.startsOn(), one.horizon(), one.milestones(), one.zone()))
                    .orElse(null);
        }
    }

    /** The total: the cohorts that have a target, together; and the number of distinct people. */
    @Schema(
            description = "The cohorts that have a target, together. A surplus of one cohort does not offset a"
                    + " shortfall of another.")
    public record Total(
            @Schema(examples = "970000", nullable = true) Long target,

            @Schema(description = "The sum over the cohorts that have a target.", examples = "101000")
            long trained,

            @Schema(description = "Distinct people over all cohorts, with and without a target.", examples = "104500")
            long people,

            @Schema(examples = "10.41", nullable = true) BigDecimal percent,

            @Schema(description = "How many cohorts with a target are reached, ahead or on-track.", examples = "3")
            int cohortsOnTrack) {}
}
