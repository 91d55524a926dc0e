package kz.qadam.reporting.figures;

import java.util.List;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanPosition;
import kz.qadam.reporting.catalogue.plan.Status;
import kz.qadam.reporting.rollup.Measure;

/**
 * The target and the plan that a figure is compared with, of one cohort or of several together.
 *
 * @param positions one for each cohort that has a target; it expects 0 while the programme is not known
 * @param expected null without a target, and while the programme is not known
 * @param recentlyExpected how many people the plan has for the last 90 days; null if expected is null
 */
record TargetComparison(List<PlanPosition> positions, Long expected, Long recentlyExpected) {

    static TargetComparison of(KnownState known, List<Cohort> all) {
        List<Cohort> cohorts = known.planned(all);
        List<PlanPosition> positions = cohorts.stream()
                .filter(cohort -> cohort.targetOn(known.on()) != null)
                .map(cohort -> position(known, cohort))
                .toList();
        List<Plan> plans = known.catalogue().plansOn(known.on(), cohorts);
        Long expected = Plan.expected(plans, known.on());
        return new TargetComparison(
                positions,
                expected,
                expected == null
                        ? null
                        : (Long) (expected - Plan.expected(plans, known.on().minusDays(Rates.RECENT_DAYS))));
    }

    /** Of the cohorts that have a target, together. */
    static TargetComparison ofTotal(KnownState known) {
        return of(known, known.cohorts(Catalogue.TOTAL));
    }

    private static PlanPosition position(KnownState known, Cohort cohort) {
        Long expected = Plan.expected(known.catalogue().plansOn(known.on(), List.of(cohort)), known.on());
        return new PlanPosition(
                cohort.targetOn(known.on()),
                known.counts(cohort.code()).of(Measure.TRAINED),
                expected == null ? 0 : expected);
    }

    /** The sum of the targets; null if there is none. */
    Long target() {
        return positions.isEmpty()
                ? null
                : (Long) positions.stream().mapToLong(PlanPosition::target).sum();
    }

    /** How many people are still to be trained; null without a target. */
    Long remaining() {
        return positions.isEmpty() ? null : (Long) PlanPosition.remaining(positions);
    }

    Status status() {
        return positions.isEmpty() ? Status.NO_TARGET : PlanPosition.status(positions);
    }

    int cohortsOnTrack() {
        return (int) positions.stream().filter(one -> one.status().isOnTrack()).count();
    }
}
