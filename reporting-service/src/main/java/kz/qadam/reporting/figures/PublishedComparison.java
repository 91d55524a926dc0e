package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanPosition;
import kz.qadam.reporting.catalogue.plan.Status;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.ReleasedCohort;

/**
 * The published number of trained people compared with target and plan, of one cohort or of several together. Targets
 * and plans are public and exact. A cohort is only called behind if it is behind with every number that its published
 * one may stand for; a cohort without a number has no status.
 */
record PublishedComparison(Optional<Programme> programme, List<ReleasedCohort> cohorts) {

    /** The highest number that a published one may stand for is so much more. */
    private static final int HIDDEN = DisclosureRule.UNIT - 1;

    private static LocalDate on(ReleasedCohort cohort) {
        return cohort.on();
    }

    private static Long target(ReleasedCohort cohort) {
        return cohort.description().targetOn(on(cohort));
    }

    private Long expected(ReleasedCohort cohort, int daysEarlier) {
        return Plan.expected(
                Cohort.plansOn(on(cohort), List.of(cohort.description()), programme),
                on(cohort).minusDays(daysEarlier));
    }

    private List<ReleasedCohort> targeted() {
        return cohorts.stream().filter(one -> target(one) != null).toList();
    }

    private Long sum(Function<ReleasedCohort, Long> number) {
        return PublishedSum.of(cohorts, number);
    }

    /** The sum of the targets; null if there is none. */
    Long target() {
        return sum(PublishedComparison::target);
    }

    /** How many people are expected by the plans on the days of the figures; null without a target. */
    Long expected() {
        return sum(one -> expected(one, 0));
    }

    /** How many people the plan has for the last 90 days; null without a target. */
    Long recentlyExpected() {
        Long before = sum(one -> expected(one, Rates.RECENT_DAYS));
        return before == null ? null : (Long) (expected() - before);
    }

    Long enrolled() {
        return sum(one -> one.counts().enrolled());
    }

    Long completed() {
        return sum(one -> one.counts().completed());
    }

    /** The sum of the published numbers; null if no cohort has one. */
    Long trained() {
        return sum(one -> one.counts().trained());
    }

    /** How many people are still to be trained by the published numbers; null without a target or a number. */
    Long remaining() {
        return target() == null || trained() == null
                ? null
                : (Long) targeted().stream().mapToLong(this::remaining).sum();
    }

    private long remaining(ReleasedCohort cohort) {
        return cohort.isReached() ? 0 : position(cohort, 0).remaining();
    }

    /** Null if a number that it needs is not published. */
    Status status() {
        List<ReleasedCohort> targeted = targeted();
        if (targeted.isEmpty()) {
            return Status.NO_TARGET;
        }
        List<ReleasedCohort> known =
                targeted.stream().filter(one -> one.counts().trained() != null).toList();
        if (known.size() < targeted.size()) {
            return null;
        }
        if (known.stream().allMatch(this::isReached)) {
            return Status.REACHED;
        }
        if (PlanPosition.status(known.stream().map(one -> position(one, HIDDEN)).toList()) == Status.BEHIND) {
            return Status.BEHIND;
        }
        Status status =
                PlanPosition.status(known.stream().map(one -> position(one, 0)).toList());
        return status == Status.BEHIND || status == Status.REACHED ? Status.ON_TRACK : status;
    }

    private boolean isReached(ReleasedCohort cohort) {
        return cohort.isReached() || position(cohort, 0).status() == Status.REACHED;
    }

    private PlanPosition position(ReleasedCohort cohort, int more) {
        Long trained = cohort.counts().trained();
        Long expected = expected(cohort, 0);
        return new PlanPosition(target(cohort), trained == null ? 0 : trained + more, expected == null ? 0 : expected);
    }

    /** How many cohorts with a target are on track, as far as it is published. */
    int cohortsOnTrack() {
        return (int) targeted().stream()
                .map(one -> new PublishedComparison(programme, List.of(one)).status())
                .filter(status -> status != null && status.isOnTrack())
                .count();
    }
}
