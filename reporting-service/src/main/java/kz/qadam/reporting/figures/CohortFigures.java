package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of a cohort, compared with its target and its plan. */
@Schema(description = "The figures of a cohort, compared with its target and its plan.")
public record CohortFigures(
        @Schema(examples = "pupils") String cohort,
        Names names,

        @Schema(
                description = "The target in force on that day; null if the cohort has no target.",
                examples = "500000",
                nullable = true)
        Long target,

        @Schema(
                description = "People with any enrolment in the cohort, whatever its status or date.",
                examples = "61200")
        Long enrolled,

        @Schema(description = "People with at least one completion that counts.", examples = "49300")
        Long completed,

        @Schema(description = "Completions that count; null in published figures.", examples = "58100", nullable = true)
        Long completions,

        @Schema(description = "People trained by the end of that day.", examples = "42000")
        Long trained,

        @Schema(
                description = "How many people are still to be trained; null without a target.",
                examples = "458000",
                nullable = true)
        Long remaining,

        @Schema(
                description = "trained as a percentage of target, two decimals, rounded down; may exceed 100; null"
                        + " without a target.",
                examples = "8.40",
                nullable = true)
        BigDecimal percent,

        @Schema(
                description = "How many people should be trained by then, by the plan in force on that day: its"
                        + " milestones, target and season. Null without a target.",
                examples = "41347",
                nullable = true)
        Long expected,

        @Schema(
                description =
                        "reached: the target is reached; ahead, behind: by more than 5 % of expected; on-track: between"
                                + " them; no-target. In the total a surplus of one cohort does not offset a"
                                + " shortfall of another.",
                enumeration = {"reached", "ahead", "on-track", "behind", "no-target"},
                nullable = true)
        String status,

        @Schema(
                description = "How many people must be trained each month from now on; null if the target is"
                        + " reached or no time is left.",
                examples = "8300",
                nullable = true)
        Long requiredPerMonth,

        @Schema(
                description = "How many people the plan has for the last 90 days, divided by 3.",
                examples = "8900.0",
                nullable = true)
        BigDecimal plannedPerMonth,

        @Schema(description = "How many people were trained in the last 90 days, divided by 3.", examples = "9100.3")
        BigDecimal recentPerMonth,

        @Schema(description = "Null for one region.", nullable = true)
        ForecastView forecast,

        @Schema(description = "Only in published figures of several cohorts: what was known at this instant.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "Only in published figures of several cohorts: what had happened by this day.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        LocalDate on,

        @Schema(description = SUPPRESSED) @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean suppressed) {

    /** What the member {@code suppressed} means everywhere. */
    static final String SUPPRESSED =
            "true: a count is null since too few people are counted to publish it, or nobody;" + " otherwise absent.";

    static final List<Column<CohortFigures>> COLUMNS = List.of(
            AnswerColumns.cohort(CohortFigures::cohort),
            Column.named("name_kk", "Its name in Kazakh", CohortFigures::names, Names::kk),
            Column.named("name_ru", "Its name in Russian", CohortFigures::names, Names::ru),
            Column.named("name_en", "Its name in English", CohortFigures::names, Names::en),
            Column.whole(
                    "target", "How many people are to be trained; empty if there is no target", CohortFigures::target),
            Column.people("enrolled", "People with any enrolment", CohortFigures::enrolled),
            Column.people("completed", "People with a completion that counts", CohortFigures::completed),
            Column.whole("completions", "Completions that count", CohortFigures::completions)
                    .onlyExact(),
            Column.people("trained", "People trained by the end of that day", CohortFigures::trained),
            Column.whole("remaining", "How many people are still to be trained", CohortFigures::remaining),
            Column.decimal("percent", "trained as a percentage of target, rounded down", CohortFigures::percent),
            Column.whole("expected", "How many people should be trained by then", CohortFigures::expected),
            Column.text("status", "reached, ahead, on-track, behind or no-target", CohortFigures::status),
            Column.whole(
                    "requiredPerMonth",
                    "How many people must be trained each month from now on",
                    CohortFigures::requiredPerMonth),
            Column.decimal(
                    "plannedPerMonth",
                    "How many people a month the plan has for the last 90 days",
                    CohortFigures::plannedPerMonth),
            Column.decimal(
                    "recentPerMonth",
                    "How many people a month were trained in the last 90 days",
                    CohortFigures::recentPerMonth),
            Column.of("cohort_on", "date", "The day of the figures of this cohort", CohortFigures::on)
                    .onlyPublished());

    /** The answer about one cohort. */
    @Schema(name = "CohortProgress", description = "The figures of one cohort.")
    public record Alone(
            @JsonUnwrapped AnswerHead head, @JsonUnwrapped CohortFigures figures) implements CohortTable {

        static Alone of(KnownState known, String code) {
            Cohort cohort = known.catalogue().cohorts().get(code);
            return new Alone(
                    known.head(),
                    CohortFigures.of(
                            known,
                            cohort,
                            known.forecasts().ofEach(List.of(code), known).get(code)));
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
            implements CohortTable {

        static Together of(KnownState known) {
            return new Together(
                    known.head(),
                    ofTotal(known, known.forecasts().of(Catalogue.TOTAL, known)),
                    known.people(),
                    TargetComparison.ofTotal(known).cohortsOnTrack());
        }

        @Override
        public List<CohortFigures> cohorts() {
            return List.of(figures);
        }
    }

    static CohortFigures of(KnownState known, Cohort cohort, Forecast forecast) {
        return of(known, cohort.code(), cohort.names(), List.of(cohort), forecast);
    }

    static CohortFigures ofTotal(KnownState known, Forecast forecast) {
        return of(known, Catalogue.TOTAL, MemberNames.TOTAL, known.cohorts(Catalogue.TOTAL), forecast);
    }

    private static CohortFigures of(
            KnownState known, String code, Names names, List<Cohort> cohorts, Forecast forecast) {
        Counts counts = cohorts.stream().map(one -> known.counts(one.code())).reduce(Counts.NOTHING, Counts::plus);
        var comparison = TargetComparison.of(known, cohorts);
        long trained = counts.of(Measure.TRAINED);
        long recently = cohorts.stream()
                .mapToLong(one -> known.totals().recentlyTrained(one.code(), known.on()))
                .sum();
        Long target = comparison.target();
        Long remaining = comparison.remaining();
        return new CohortFigures(
                code,
                names,
                target,
                counts.of(Measure.ENROLLED),
                counts.of(Measure.COMPLETED),
                counts.of(Measure.COMPLETIONS),
                trained,
                remaining,
                target == null ? null : Rates.percent(target, trained),
                comparison.expected(),
                comparison.status().code(),
                remaining == null
                        ? null
                        : known.catalogue()
                                .programme()
                                .map(one -> Plan.requiredPerMonth(remaining, known.on(), one.horizon()))
                                .orElse(null),
                comparison.recentlyExpected() == null ? null : Rates.perMonth(comparison.recentlyExpected()),
                Rates.perMonth(recently),
                known.isOfRegion() ? null : ForecastView.of(forecast),
                null,
                null,
                null);
    }
}
