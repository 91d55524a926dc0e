package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import kz.qadam.reporting.catalogue.plan.Status;
import kz.qadam.reporting.figures.AnswerColumns.Column;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a cohort is from its target and its plan. */
public record TargetProgress(
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
                description = "reached: the target is reached; ahead, behind: by more than 5 % of expected; on-track:"
                        + " between them; no-target. In the total a surplus of one cohort does not offset a"
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
        BigDecimal recentPerMonth) {

    static TargetProgress of(FigureSource source, TargetComparison comparison) {
        Status status = comparison.status();
        Long planned = comparison.recentlyExpected();
        return new TargetProgress(
                comparison.remaining(),
                comparison.percent(),
                comparison.expected(),
                status == null ? null : status.code(),
                comparison.requiredPerMonth(source.programme()),
                planned == null ? null : Rates.perMonth(planned),
                source.recentPerMonth(comparison.cohorts()));
    }

    static final List<Column<TargetProgress>> COLUMNS = List.of(
            Column.whole("remaining", "How many people are still to be trained", TargetProgress::remaining),
            Column.decimal("percent", "trained as a percentage of target, rounded down", TargetProgress::percent),
            Column.whole("expected", "How many people should be trained by then", TargetProgress::expected),
            Column.text("status", "reached, ahead, on-track, behind or no-target", TargetProgress::status),
            Column.whole(
                    "requiredPerMonth",
                    "How many people must be trained each month from now on",
                    TargetProgress::requiredPerMonth),
            Column.decimal(
                    "plannedPerMonth",
                    "How many people a month the plan has for the last 90 days",
                    TargetProgress::plannedPerMonth),
            Column.decimal(
                    "recentPerMonth",
                    "How many people a month were trained in the last 90 days",
                    TargetProgress::recentPerMonth));
}
