package kz.qadam.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanPosition;
import kz.qadam.reporting.catalogue.plan.Status;

/**
 * A cohort on the day of its counts.
 *
 * @param target in force on that day; null without one, and for one region
 * @param plan in force on that day; null without a target, and while the programme is not known
 * @param asOf what was known at this instant
 * @param on what had happened by the end of this day
 * @param isReached whether it is known that the target is reached, although the counts may be lower
 */
record CountedCohort(
        String code,
        LocalizedName names,
        Long target,
        Plan plan,
        Instant asOf,
        LocalDate on,
        Counts counts,
        boolean isReached) {

    /** A cohort whose targets and plans count. */
    static CountedCohort of(
            Cohort cohort,
            Optional<Programme> programme,
            Instant asOf,
            LocalDate on,
            Counts counts,
            boolean isReached) {
        return new CountedCohort(
                cohort.code(),
                cohort.names(),
                cohort.targetOn(on),
                programme.flatMap(known -> cohort.planOn(on, known)).orElse(null),
                asOf,
                on,
                counts,
                isReached);
    }

    /** The same of one region: targets and plans are of the nation. */
    CountedCohort ofRegion() {
        return new CountedCohort(code, names, null, null, asOf, on, counts, isReached);
    }

    /** How many people the plan expects so many days before the day of the counts; null without a plan. */
    Long expected(int daysEarlier) {
        return plan == null ? null : (Long) plan.expected(on.minusDays(daysEarlier));
    }

    /**
     * Where the cohort is, compared with its target and its plan.
     *
     * @param more so many more people are trained than counted
     */
    PlanPosition position(int more) {
        Long expected = expected(0);
        return new PlanPosition(
                target, counts.trained() == null ? 0 : counts.trained() + more, expected == null ? 0 : expected);
    }

    long remaining() {
        return isReached ? 0 : position(0).remaining();
    }

    boolean hasReachedTarget() {
        return isReached || position(0).status() == Status.REACHED;
    }
}
