package kz.qadam.reporting.plan;

import java.util.Comparator;
import java.util.List;

/**
 * The form of a plan: its milestones and its season.
 *
 * @param milestones by day; empty: the plan rises in equal steps
 */
public record Shape(List<Milestone> milestones, Season season) {

    /** A plan that rises in equal steps, without milestones and season. */
    public static final Shape STRAIGHT = new Shape(List.of(), Season.EVEN);

    public Shape {
        milestones =
                milestones.stream().sorted(Comparator.comparing(Milestone::on)).toList();
    }
}
