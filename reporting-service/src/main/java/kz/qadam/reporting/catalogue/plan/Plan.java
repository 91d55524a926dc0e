package kz.qadam.reporting.catalogue.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many people of a cohort should be trained on each day: from 0 on the first day of the programme, through the
 * milestones, to the target on the last day; between them by the season. The number never falls, and reaches every
 * milestone exactly.
 */
public record Plan(LocalDate startsOn, LocalDate horizon, long target, PlanShape shape) {

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.4375");

    /** A point of the plan: how many people should be trained by the end of a day. */
    private record Knot(LocalDate on, long people) {}

    /**
     * How many people should be trained by the end of a day, rounded down; 0 before the programme, the target after it.
     */
    public long expected(LocalDate on) {
        if (!on.isBefore(horizon)) {
            return target;
        }
        if (!on.isAfter(startsOn)) {
            return 0;
        }
        Knot from = new Knot(startsOn, 0);
        for (Milestone milestone : shape.milestones()) {
            if (milestone.on().isAfter(startsOn) && milestone.on().isBefore(horizon)) {
                Knot to = new Knot(milestone.on(), Math.max(from.people(), milestone.peopleOf(target)));
                if (!on.isAfter(to.on())) {
                    return between(from, to, on);
                }
                from = to;
            }
        }
        return between(from, new Knot(horizon, target), on);
    }

    /** The same for several plans together; null if there is none. */
    public static Long expected(List<Plan> plans, LocalDate on) {
        return plans.isEmpty()
                ? null
                : (Long) plans.stream().mapToLong(plan -> plan.expected(on)).sum();
    }

    private long between(Knot from, Knot to, LocalDate on) {
        Season season = shape.season().between(from.on(), to.on()) > 0 ? shape.season() : Season.EVEN;
        return from.people()
                + BigInteger.valueOf(to.people() - from.people())
                        .multiply(BigInteger.valueOf(season.between(from.on(), on)))
                        .divide(BigInteger.valueOf(season.between(from.on(), to.on())))
                        .longValueExact();
    }

    /** How many people must be trained each month from now on; null if nobody is missing or no time is left. */
    public static Long requiredPerMonth(long remaining, LocalDate on, LocalDate horizon) {
        long daysLeft = ChronoUnit.DAYS.between(on, horizon);
        if (remaining == 0 || daysLeft <= 0) {
            return null;
        }
        return BigDecimal.valueOf(remaining)
                .multiply(DAYS_A_MONTH)
                .divide(BigDecimal.valueOf(daysLeft), 0, RoundingMode.UP)
                .longValueExact();
    }
}
