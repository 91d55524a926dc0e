package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of the programme. */
@Schema(description = "The figures of the programme: every cohort, and the total.")
public record Progress(
        @JsonUnwrapped AnswerHead head,
        @Schema(nullable = true) Programme programme,
        List<CohortFigures> cohorts,
        Total total)
        implements CohortTable {

    /** The total: the cohorts that have a target, together; and the number of distinct people. */
    @Schema(
            description = "The cohorts that have a target, together. A surplus of one cohort does not offset a"
                    + " shortfall of another.")
    public record Total(
            @Schema(examples = "970000", nullable = true) Long target,

            @Schema(description = "The sum over the cohorts that have a target.", examples = "101000")
            Long trained,

            @Schema(
                    description = "Distinct people over all cohorts, with and without a target; null for one region.",
                    examples = "104500",
                    nullable = true)
            Long people,

            @Schema(examples = "10.41", nullable = true) BigDecimal percent,

            @Schema(description = "How many cohorts with a target are reached, ahead or on-track.", examples = "3")
            int cohortsOnTrack,

            @Schema(description = CohortFigures.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    static Progress of(KnownState known) {
        Catalogue catalogue = known.catalogue();
        Map<String, Forecast> forecasts =
                known.forecasts().ofEach(catalogue.cohorts().keySet(), known);
        CohortFigures total = CohortFigures.ofTotal(known, null);
        return new Progress(
                known.head(),
                catalogue.programme().orElse(null),
                catalogue.inOrder(known.on()).stream()
                        .map(cohort -> CohortFigures.of(known, cohort, forecasts.get(cohort.code())))
                        .toList(),
                new Total(
                        total.target(),
                        total.trained(),
                        known.people(),
                        total.percent(),
                        TargetComparison.ofTotal(known).cohortsOnTrack(),
                        null));
    }
}
