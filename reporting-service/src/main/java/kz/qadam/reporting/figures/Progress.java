package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The programme's figures. */
@Schema(description = "The figures of the programme: every cohort, and the targeted ones together.")
public record Progress(
        @JsonUnwrapped Head head,
        @Schema(nullable = true) ProgrammeView programme,
        List<CohortFigures> cohorts,
        Total total)
        implements CohortTable {

    /** The programme as known then. */
    @Schema(name = "Programme", description = "The programme as known then.")
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

    /** The targeted cohorts together, and beside them the persons. */
    @Schema(description = "The targeted cohorts together. A surplus in one hides no shortfall in another.")
    public record Total(
            @Schema(examples = "970000", nullable = true) Long target,

            @Schema(description = "The sum over the targeted cohorts.", examples = "101000")
            long trained,

            @Schema(description = "Distinct persons over all cohorts, with and without a target.", examples = "104500")
            long people,

            @Schema(examples = "10.41", nullable = true) BigDecimal percent,

            @Schema(description = "How many targeted cohorts are reached, ahead or on track.", examples = "3")
            int cohortsOnTrack) {}
}
