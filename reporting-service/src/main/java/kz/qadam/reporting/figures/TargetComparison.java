package kz.qadam.reporting.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanPosition;
import kz.qadam.reporting.catalogue.plan.Status;

/**
 * The counts of one cohort, or of several together, compared with targets and plans, which are public and exact. A cohort
 * is only called behind if it is behind with every number that its count may stand for; a cohort without a count of
 * trained people has no status.
 *
 * @param counts those of the cohorts together
 * @param hidden the highest number that a count of trained people may stand for is so much more
 */
record TargetComparison(List<CountedCohort> cohorts, Counts counts, int hidden) {

    private List<CountedCohort> targeted() {
        return cohorts.stream().filter(one -> one.target() != null).toList();
    }

    /** The sum of the targets; null if there is none. */
    Long target() {
        return Counts.sum(cohorts, CountedCohort::target);
    }

    /** How many people are expected by the plans on the days of the counts; null without a plan. */
    Long expected() {
        return Counts.sum(cohorts, one -> one.expected(0));
    }

    /** How many people the plans have for the last 90 days; null without a plan. */
    Long recentlyExpected() {
        Long before = Counts.sum(cohorts, one -> one.expected(Rates.RECENT_DAYS));
        return before == null ? null : (Long) (expected() - before);
    }

    /** How many people are still to be trained by the counts; null without a target or a count. */
    Long remaining() {
        return target() == null || counts.trained() == null
                ? null
                : (Long) targeted().stream().mapToLong(CountedCohort::remaining).sum();
    }

    /** How many people must be trained each month from now on; null if it is not known, nobody is missing or no time left. */
    Long requiredPerMonth(Optional<Programme> programme) {
        Long remaining = remaining();
        return remaining == null
                ? null
                : programme
                        .map(one ->
                                Plan.requiredPerMonth(remaining, cohorts.get(0).on(), one.horizon()))
                        .orElse(null);
    }

    /** The trained people as a percentage of the target; null without a target or a count. */
    BigDecimal percent() {
        return target() == null || counts.trained() == null ? null : Rates.percent(target(), counts.trained());
    }

    /** Null if a count that it needs is not published, or nothing is. */
    Status status() {
        List<CountedCohort> targeted = targeted();
        if (targeted.isEmpty()) {
            return cohorts.isEmpty() && counts.equals(Counts.NONE) ? null : Status.NO_TARGET;
        }
        if (targeted.stream().anyMatch(one -> one.counts().trained() == null)) {
            return null;
        }
        if (targeted.stream().allMatch(CountedCohort::hasReachedTarget)) {
            return Status.REACHED;
        }
        if (status(targeted, hidden) == Status.BEHIND) {
            return Status.BEHIND;
        }
        Status status = status(targeted, 0);
        return status == Status.BEHIND || status == Status.REACHED ? Status.ON_TRACK : status;
    }

    private static Status status(List<CountedCohort> targeted, int more) {
        return PlanPosition.status(
                targeted.stream().map(one -> one.position(more)).toList());
    }

    /** How many cohorts with a target are on track, as far as it is known. */
    int cohortsOnTrack() {
        return (int) targeted().stream()
                .map(one -> new TargetComparison(List.of(one), one.counts(), hidden).status())
                .filter(status -> status != null && status.isOnTrack())
                .count();
    }
}
