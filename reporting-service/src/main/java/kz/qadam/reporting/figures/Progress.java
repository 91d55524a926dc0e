package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Programme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of the programme. */
@Schema(description = "The figures of the programme: every cohort, and the total.")
public record Progress(
        @JsonUnwrapped AnswerHead head,
        @Schema(nullable = true) Programme programme,
        List<CohortFigures> cohorts,
        Total total)
        implements CohortFiguresTable {

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

            @Schema(description = Counts.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
            Boolean suppressed) {}

    static Progress of(FigureSource source) {
        AnswerHead head = source.head();
        TargetComparison total = source.comparedWithTargets(source.counted(Catalogue.TOTAL));
        Long trained = total.counts().trained();
        return new Progress(
                head,
                source.programme().orElse(null),
                source.counted().stream()
                        .map(cohort -> CohortFigures.amongSeveral(source, cohort))
                        .toList(),
                new Total(
                        total.target(),
                        trained,
                        source.people(),
                        total.percent(),
                        total.cohortsOnTrack(),
                        head.region() == null ? Counts.suppressed(trained, source.people()) : null));
    }
}
