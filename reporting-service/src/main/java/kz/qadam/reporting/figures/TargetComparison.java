package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.plan.Plan;
import kz.qadam.reporting.plan.PlanPosition;
import kz.qadam.reporting.plan.Status;

/**
 * What a figure is compared with.
 *
 * @param standings of each cohort that has a target; with what the plan says, or 0 while there is none
 * @param expected null without a target, and while the programme is not known
 * @param recentlyExpected what the plan has for the last 90 days; null as expected is
 */
record TargetComparison(List<PlanPosition> standings, Long expected, Long recentlyExpected) {

    private static final int RECENT_DAYS = 90;

    static TargetComparison of(Cohort cohort, Optional<Programme> programme, long trained, LocalDate on) {
        Long target = cohort.targetOn(on);
        if (target == null) {
            return new TargetComparison(List.of(), null, null);
        }
        Optional<Plan> plan = programme.flatMap(known -> cohort.planOn(on, known));
        return plan.map(known -> {
                    long expected = known.expected(on);
                    long recentlyExpected = expected - known.expected(on.minusDays(RECENT_DAYS));
                    return new TargetComparison(
                            List.of(new PlanPosition(target, trained, expected)), expected, recentlyExpected);
                })
                .orElseGet(() -> new TargetComparison(List.of(new PlanPosition(target, trained, 0)), null, null));
    }

    static TargetComparison together(List<TargetComparison> cohorts) {
        List<PlanPosition> standings =
                cohorts.stream().flatMap(one -> one.standings().stream()).toList();
        List<TargetComparison> planned =
                cohorts.stream().filter(one -> one.expected() != null).toList();
        if (planned.isEmpty()) {
            return new TargetComparison(standings, null, null);
        }
        return new TargetComparison(
                standings,
                planned.stream().mapToLong(TargetComparison::expected).sum(),
                planned.stream().mapToLong(TargetComparison::recentlyExpected).sum());
    }

    boolean hasTarget() {
        return !standings.isEmpty();
    }

    /** Null if there is none. */
    Long target() {
        return hasTarget()
                ? (Long) standings.stream().mapToLong(PlanPosition::target).sum()
                : null;
    }

    /** Null without a target. */
    Long remaining() {
        return hasTarget() ? (Long) PlanPosition.remaining(standings) : null;
    }

    Status status() {
        return switch (standings.size()) {
            case 0 -> Status.NO_TARGET;
            case 1 -> standings.get(0).status();
            default -> PlanPosition.status(standings);
        };
    }

    int cohortsOnTrack() {
        return (int) standings.stream().filter(one -> one.status().isOnTrack()).count();
    }
}
