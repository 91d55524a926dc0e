package kz.qadam.reporting.plan;

import java.util.Comparator;
import java.util.List;

/**
 * How the office wants a cohort to come to its target.
 *
 * @param milestones on the way, by day; none: in equal steps
 */
public record Shape(List<Milestone> milestones, Season season) {

    /** In equal steps, in every season. */
    public static final Shape STRAIGHT = new Shape(List.of(), Season.EVEN);

    public Shape {
        milestones =
                milestones.stream().sorted(Comparator.comparing(Milestone::on)).toList();
    }
}
