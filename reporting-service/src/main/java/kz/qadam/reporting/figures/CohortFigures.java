package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of a cohort, compared with its target and its plan. */
@Schema(description = "The figures of a cohort, compared with its target and its plan.")
public record CohortFigures(
        @Schema(examples = "pupils") String cohort,
        LocalizedName names,

        @Schema(
                description = "The target in force on that day; null if the cohort has no target.",
                examples = "500000",
                nullable = true)
        Long target,

        @JsonUnwrapped Counts counts,
        @JsonUnwrapped TargetProgress targetProgress,

        @Schema(description = "Null for one region.", nullable = true)
        ForecastView forecast,

        @JsonUnwrapped OwnTime time,

        @Schema(description = Counts.SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean suppressed) {

    /** The time of one cohort of several, which may have numbers of different days. */
    public record OwnTime(
            @Schema(description = "Only in published figures of several cohorts: what was known at this instant.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Instant asOf,

            @Schema(description = "Only in published figures of several cohorts: what had happened by this day.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            LocalDate on) {}

    static final List<Column<CohortFigures>> COLUMNS = Column.join(
            List.of(AnswerColumns.cohort(CohortFigures::cohort)),
            Column.names(CohortFigures::names),
            List.of(Column.whole(
                    "target", "How many people are to be trained; empty if there is no target", CohortFigures::target)),
            Column.within(CohortFigures::counts, Counts.OF_COHORT),
            Column.within(CohortFigures::targetProgress, TargetProgress.COLUMNS),
            List.of(Column.of("cohort_on", "date", "The day of the figures of this cohort", CohortFigures::on)
                    .onlyPublished()));

    /** The answer about one cohort. */
    @Schema(name = "CohortProgress", description = "The figures of one cohort.")
    public record Alone(
            @JsonUnwrapped AnswerHead head, @JsonUnwrapped CohortFigures figures) implements CohortFiguresTable {

        static Alone of(FigureSource source, String code) {
            return new Alone(source.headOf(code), CohortFigures.of(source, code, source.counted(code)));
        }

        @Override
        public List<CohortFigures> cohorts() {
            return List.of(figures);
        }
    }

    /** The answer about the total: the cohorts that have a target. */
    @Schema(name = "TotalProgress", description = "The total: the figures of the cohorts that have a target, together.")
    public record Together(
            @JsonUnwrapped AnswerHead head,
            @JsonUnwrapped CohortFigures figures,
            @Schema(nullable = true) Long people,
            int cohortsOnTrack)
            implements CohortFiguresTable {

        static Together of(FigureSource source) {
            List<CountedCohort> cohorts = source.counted(Catalogue.TOTAL);
            return new Together(
                    source.head(),
                    CohortFigures.of(source, Catalogue.TOTAL, cohorts),
                    source.people(),
                    source.comparedWithTargets(cohorts).cohortsOnTrack());
        }

        @Override
        public List<CohortFigures> cohorts() {
            return List.of(figures);
        }
    }

    /** The figures of a cohort, or of the total. */
    private static CohortFigures of(FigureSource source, String code, List<CountedCohort> cohorts) {
        return of(source, code, cohorts, null);
    }

    /** The figures of a cohort in an answer about several; published ones may be of another day. */
    static CohortFigures amongSeveral(FigureSource source, CountedCohort cohort) {
        return of(source, cohort.code(), List.of(cohort), source.ownTime(cohort));
    }

    private static CohortFigures of(FigureSource source, String code, List<CountedCohort> cohorts, OwnTime time) {
        TargetComparison comparison = source.comparedWithTargets(cohorts);
        return new CohortFigures(
                code,
                code.equals(Catalogue.TOTAL)
                        ? MemberNames.TOTAL
                        : cohorts.isEmpty() ? null : cohorts.get(0).names(),
                comparison.target(),
                comparison.counts(),
                TargetProgress.of(source, comparison),
                source.forecastInShort(code),
                time,
                comparison.counts().suppressed());
    }

    /** The day of the figures, if it is their own; otherwise null. */
    public LocalDate on() {
        return time == null ? null : time.on();
    }
}
