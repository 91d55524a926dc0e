package kz.qadam.reporting.plan;

import java.util.List;

/** How many people of a cohort are trained, compared with its target and with what its plan expects. */
public record PlanPosition(long target, long trained, long expected) {

    /** How many are missing. More than the target misses none. */
    public long remaining() {
        return Math.max(0, target - trained);
    }

    /** On track is within 5 % of what is expected. */
    public Status status() {
        if (trained >= target) {
            return Status.REACHED;
        }
        if (trained * 100 > expected * 105) {
            return Status.AHEAD;
        }
        return trained * 100 >= expected * 95 ? Status.ON_TRACK : Status.BEHIND;
    }

    /** How many several cohorts miss. What one has too many is nothing that another has. */
    public static long remaining(List<PlanPosition> cohorts) {
        return cohorts.stream().mapToLong(PlanPosition::remaining).sum();
    }

    /**
     * How several cohorts stand together. What one has too many makes up for nothing in another: together they are behind
     * when what each lacks adds up to more than 5 % of all that is expected, ahead only while none of them is behind, and
     * have reached their target when each has.
     */
    public static Status status(List<PlanPosition> cohorts) {
        long expected = cohorts.stream().mapToLong(PlanPosition::expected).sum();
        long there = cohorts.stream()
                .mapToLong(one -> Math.min(one.trained(), one.expected()))
                .sum();
        if (cohorts.stream().allMatch(one -> one.status() == Status.REACHED)) {
            return Status.REACHED;
        }
        if (there * 100 < expected * 95) {
            return Status.BEHIND;
        }
        long trained = cohorts.stream().mapToLong(PlanPosition::trained).sum();
        boolean noneBehind = cohorts.stream().allMatch(one -> one.status().isOnTrack());
        return noneBehind && trained * 100 > expected * 105 ? Status.AHEAD : Status.ON_TRACK;
    }
}
