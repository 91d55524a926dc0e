package kz.qadam.reporting.catalogue.plan;

import java.util.Comparator;
import java.util.List;

/**
 * The form of a plan: its milestones and its season.
 *
 * @param milestones by day; empty: the plan rises in equal steps
 */
public record PlanShape(List<Milestone> milestones, Season season) {

    /** A plan that rises in equal steps, without milestones and season. */
    public static final PlanShape STRAIGHT = new PlanShape(List.of(), Season.EVEN);

    public PlanShape {
        milestones =
                milestones.stream().sorted(Comparator.comparing(Milestone::on)).toList();
    }
}
