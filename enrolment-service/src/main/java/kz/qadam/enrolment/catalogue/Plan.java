package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.http.batch.ItemFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a cohort should approach its target, from the first day of the programme to the last.
 *
 * @param milestones in the order of their days; null: none
 * @param season the weights of the months from January to December; null: every day has the same weight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Plan",
        description = "How a cohort should approach its target. Without milestones: evenly from the first day of the"
                + " programme to the last. Without a season: every day has the same weight.")
record Plan(
        @MayBeAbsent
        @Schema(
                description =
                        "How many people should be trained by which days, between the first and the last day of the"
                                + " programme.")
        List<PlanMilestone> milestones,

        @MayBeAbsent
        @Schema(
                description =
                        "The share of each month in a year, from January to December: twelve whole numbers from 0 to"
                                + " 1000, as weights. In a month of weight 0 no progress is expected.",
                examples = "[10, 10, 10, 10, 10, 3, 0, 0, 8, 10, 10, 10]")
        List<Integer> season) {

    private static final int MONTHS = 12;

    Plan {
        milestones = milestones == null || milestones.isEmpty() ? null : List.copyOf(milestones);
        season = season == null || season.isEmpty() ? null : List.copyOf(season);
    }

    /** @param target null: no target */
    static Plan read(ItemFields fields, Integer target) {
        return fields.object("plan").map(members -> of(members, target)).orElse(null);
    }

    private static Plan of(ItemFields fields, Integer target) {
        Plan plan = new Plan(milestones(fields, target), season(fields));
        return plan.milestones == null && plan.season == null ? null : plan;
    }

    private static List<Integer> season(ItemFields fields) {
        List<Integer> season = fields.list("season", (weights, month) -> weights.whole(month, 0, 1_000));
        if (season == null || season.stream().anyMatch(weight -> weight == null)) {
            return null;
        }
        if (season.size() != MONTHS) {
            return fields.unreadable("season", "season");
        }
        if (season.stream().allMatch(weight -> weight == 0)) {
            fields.broken("season", "season/empty");
        }
        return season;
    }

    private static List<PlanMilestone> milestones(ItemFields fields, Integer target) {
        List<Optional<ItemFields>> sent = fields.list("milestones", ItemFields::object);
        List<ItemFields> readable = sent == null
                ? List.of()
                : sent.stream().flatMap(Optional::stream).toList();
        if (!readable.isEmpty() && target == null) {
            fields.broken("milestones", "no-target");
        }
        ProgrammeVersion programme = Programme.only().current();
        PlanMilestone before = null;
        List<PlanMilestone> milestones = new ArrayList<>();
        for (ItemFields one : readable) {
            PlanMilestone milestone = PlanMilestone.read(one);
            if (!milestone.isReadable()) {
                continue;
            }
            if (!milestone.on().isAfter(programme.startsOn) || !milestone.on().isBefore(programme.horizon)) {
                one.broken("on", "outside-programme", programme.startsOn, programme.horizon);
            }
            if (before != null && !milestone.on().isAfter(before.on())) {
                one.broken("on", "not-later");
            }
            String measure = milestone.trained() != null ? "trained" : "percent";
            if (target != null && milestone.of(target) > target) {
                one.broken(measure, "beyond-target", target);
            }
            if (target != null && before != null && milestone.of(target) < before.of(target)) {
                one.broken(measure, "falls");
            }
            before = milestone;
            milestones.add(milestone);
        }
        return milestones;
    }
}
