package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a cohort is to come to its target, from the first day of the programme to the last.
 *
 * @param milestones on the way, by day; null: none
 * @param season what each month from January to December brings of a year; null: every day the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Plan",
        description = "How a cohort is to come to its target. Without milestones: evenly from the first day of the"
                + " programme to the last; without a season: every day the same.")
record Plan(
        @Schema(
                description =
                        "How many should be trained by which days, between the first and the last of the programme.")
        List<PlanMilestone> milestones,

        @Schema(
                description =
                        "What each month from January to December brings of a year: twelve whole numbers from 0 to"
                                + " 1000, relative to each other. In a month of 0 nothing is expected.",
                examples = "[10, 10, 10, 10, 10, 3, 0, 0, 8, 10, 10, 10]")
        List<Integer> season) {

    private static final int MONTHS = 12;

    Plan {
        milestones = milestones == null || milestones.isEmpty() ? null : List.copyOf(milestones);
        season = season == null || season.isEmpty() ? null : List.copyOf(season);
    }

    /** @param target null: there is none */
    static Plan read(Fields fields, Integer target) {
        return fields.object("plan").map(members -> of(members, target)).orElse(null);
    }

    private static Plan of(Fields fields, Integer target) {
        Plan plan = new Plan(milestones(fields, target), season(fields));
        return plan.milestones == null && plan.season == null ? null : plan;
    }

    private static List<Integer> season(Fields fields) {
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

    private static List<PlanMilestone> milestones(Fields fields, Integer target) {
        List<Optional<Fields>> sent = fields.list("milestones", Fields::object);
        List<Fields> readable = sent == null
                ? List.of()
                : sent.stream().flatMap(Optional::stream).toList();
        if (!readable.isEmpty() && target == null) {
            fields.broken("milestones", "no-target");
        }
        ProgrammeVersion programme = Programme.only().current();
        PlanMilestone before = null;
        List<PlanMilestone> milestones = new ArrayList<>();
        for (Fields one : readable) {
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
