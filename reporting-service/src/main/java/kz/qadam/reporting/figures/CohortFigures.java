package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cohort's figures beside its plan. */
@Schema(description = "The figures of a cohort beside its plan.")
record CohortFigures(
        @Schema(examples = "pupils") String cohort,
        Names names,

        @Schema(
                description = "The target in force on that day; null: there is none.",
                examples = "500000",
                nullable = true)
        Long target,

        @Schema(
                description = "People with any enrolment in the cohort, whatever its status or date.",
                examples = "61200")
        long enrolled,

        @Schema(description = "People with a completion that counts: between enrolled and trained.", examples = "49300")
        long completed,

        @Schema(description = "Completions that count.", examples = "58100")
        long completions,

        @Schema(description = "People trained by then.", examples = "42000")
        long trained,

        @Schema(description = "How many are missing; null without a target.", examples = "458000", nullable = true)
        Long remaining,

        @Schema(
                description = "trained of target, two decimals, rounded down; may exceed 100; null without a target.",
                examples = "8.40",
                nullable = true)
        BigDecimal percent,

        @Schema(
                description = "Where a straight line from the first day of the programme to its last should be.",
                examples = "41347",
                nullable = true)
        Long expected,

        @Schema(
                description = "reached; ahead or behind by more than 5 % of expected; on-track; no-target.",
                enumeration = {"reached", "ahead", "on-track", "behind", "no-target"})
        String status,

        @Schema(
                description = "How many a month are needed from now on; null when none are missing or no time is left.",
                examples = "8300",
                nullable = true)
        Long requiredPerMonth,

        @Schema(description = "How many the last 90 days trained, divided by 3.", examples = "9100.3")
        BigDecimal recentPerMonth) {

    /** A single cohort's answer. */
    @Schema(name = "CohortProgress", description = "The figures of one cohort.")
    record Alone(@JsonUnwrapped Head head, @JsonUnwrapped CohortFigures figures) {}

    /** The targeted cohorts together. */
    @Schema(name = "TotalProgress", description = "The figures of the targeted cohorts together.")
    record Together(@JsonUnwrapped Head head, @JsonUnwrapped CohortFigures figures, long people, int cohortsOnTrack) {}

    /** @param plan empty while the programme is not known: then nothing is expected yet */
    static CohortFigures of(String code, Names names, Long target, Counts counts, Optional<Plan> plan, Head head) {
        Long expected = target == null
                ? null
                : plan.map(line -> line.expected(target, head.on())).orElse(null);
        return of(code, names, target, expected, counts, plan, head);
    }

    static CohortFigures of(
            String code, Names names, Long target, Long expected, Counts counts, Optional<Plan> plan, Head head) {
        long trained = counts.trained();
        Long remaining = target == null ? null : (Long) Math.max(0, target - trained);
        return new CohortFigures(
                code,
                names,
                target,
                counts.enrolled(),
                counts.completed(),
                counts.completions(),
                trained,
                remaining,
                target == null ? null : Plan.percent(target, trained),
                expected,
                target == null
                        ? Plan.Status.NO_TARGET.code()
                        : Plan.status(target, trained, expected == null ? 0 : expected)
                                .code(),
                remaining == null
                        ? null
                        : plan.map(line -> line.requiredPerMonth(remaining, head.on()))
                                .orElse(null),
                Plan.perMonth(counts.recent()));
    }

    static int onTrack(List<CohortFigures> all) {
        return (int) all.stream()
                .filter(one -> one.target() != null)
                .filter(one -> !one.status().equals(Plan.Status.BEHIND.code()))
                .count();
    }
}
