package kz.qadam.reporting.catalogue.plan;

import java.util.List;

/** How many people of a cohort are trained, compared with its target and with what its plan expects. */
public record PlanPosition(long target, long trained, long expected) {

    /** How many people are missing; 0 above the target. */
    public long remaining() {
        return Math.max(0, target - trained);
    }

    /** A cohort is on track if it is within 5 % of what its plan expects. */
    public Status status() {
        if (trained >= target) {
            return Status.REACHED;
        }
        if (trained * 100 > expected * 105) {
            return Status.AHEAD;
        }
        return trained * 100 >= expected * 95 ? Status.ON_TRACK : Status.BEHIND;
    }

    /**
     * The status of several cohorts together. A surplus in one cohort does not fill a gap in another: together they are
     * behind if their gaps add up to more than 5 % of all that is expected, ahead only if none of them is behind, and
     * have reached their target if each cohort has.
     */
    public static Status status(List<PlanPosition> cohorts) {
        long expected = cohorts.stream().mapToLong(PlanPosition::expected).sum();
        long achieved = cohorts.stream()
                .mapToLong(one -> Math.min(one.trained(), one.expected()))
                .sum();
        if (cohorts.stream().allMatch(one -> one.status() == Status.REACHED)) {
            return Status.REACHED;
        }
        if (achieved * 100 < expected * 95) {
            return Status.BEHIND;
        }
        long trained = cohorts.stream().mapToLong(PlanPosition::trained).sum();
        boolean noneBehind = cohorts.stream().allMatch(one -> one.status().isOnTrack());
        return noneBehind && trained * 100 > expected * 105 ? Status.AHEAD : Status.ON_TRACK;
    }
}
