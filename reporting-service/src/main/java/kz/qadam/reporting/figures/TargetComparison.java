package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanPosition;
import kz.qadam.reporting.catalogue.plan.Status;

/**
 * The target and the plan that a figure is compared with, of one cohort or of several together.
 *
 * @param positions one for each cohort that has a target; it expects 0 while the programme is not known
 * @param expected null without a target, and while the programme is not known
 * @param recentlyExpected how many people the plan has for the last 90 days; null if expected is null
 */
record TargetComparison(List<PlanPosition> positions, Long expected, Long recentlyExpected) {

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
        List<PlanPosition> positions =
                cohorts.stream().flatMap(one -> one.positions().stream()).toList();
        List<TargetComparison> planned =
                cohorts.stream().filter(one -> one.expected() != null).toList();
        if (planned.isEmpty()) {
            return new TargetComparison(positions, null, null);
        }
        return new TargetComparison(
                positions,
                planned.stream().mapToLong(TargetComparison::expected).sum(),
                planned.stream().mapToLong(TargetComparison::recentlyExpected).sum());
    }

    boolean hasTarget() {
        return !positions.isEmpty();
    }

    /** The sum of the targets; null if there is none. */
    Long target() {
        return hasTarget()
                ? (Long) positions.stream().mapToLong(PlanPosition::target).sum()
                : null;
    }

    /** How many people are still to be trained; null without a target. */
    Long remaining() {
        return hasTarget() ? (Long) PlanPosition.remaining(positions) : null;
    }

    Status status() {
        return switch (positions.size()) {
            case 0 -> Status.NO_TARGET;
            case 1 -> positions.get(0).status();
            default -> PlanPosition.status(positions);
        };
    }

    int cohortsOnTrack() {
        return (int) positions.stream().filter(one -> one.status().isOnTrack()).count();
    }
}
