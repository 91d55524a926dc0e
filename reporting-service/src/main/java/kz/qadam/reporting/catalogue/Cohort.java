package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.reporting.catalogue.plan.Milestone;
import kz.qadam.reporting.catalogue.plan.Plan;
import kz.qadam.reporting.catalogue.plan.PlanShape;
import kz.qadam.reporting.catalogue.plan.Season;

/**
 * A cohort with all versions of its target and its plan; the data of {@code kz.qadam.catalogue.cohort-described.v1}.
 *
 * @param withdrawn true if the office has withdrawn the cohort, so that it does not exist any more
 */
public record Cohort(
        String code,
        LocalizedName names,
        long version,
        List<Version> versions,
        @MayBeAbsent Boolean withdrawn) implements CatalogueEvent {

    /**
     * Target, requirement and plan of the cohort from a day on.
     *
     * @param target how many people are to be trained; null: there is no target, which is different from zero
     * @param plan empty if there is none; null in events of earlier versions of enrolment-service, which had no plans
     */
    public record Version(
            long version,
            LocalDate validFrom,
            @MayBeNull Long target,
            Requirement requirement,
            @MayBeAbsent Optional<WrittenPlan> plan,
            @MayBeAbsent Instant recordedAt) {

        public Version {
            require(version >= 1, "version is not a whole number from 1.");
            if (plan != null) {
                plan.ifPresent(WrittenPlan::shape);
            }
        }

        private PlanShape shape() {
            return plan == null
                    ? PlanShape.STRAIGHT
                    : plan.map(WrittenPlan::shape).orElse(PlanShape.STRAIGHT);
        }
    }

    /** The figures do not need the requirement. The intake checks it for the recount. */
    public record Requirement(
            @MayBeAbsent List<String> courses,
            @MayBeAbsent Long minCourses,
            @MayBeAbsent Long hours) {

        public Requirement {
            require(minCourses == null || minCourses >= 1, "minCourses is not a whole number from 1.");
            require(hours == null || hours >= 1, "hours is not a whole number from 1.");
        }
    }

    /** The plan of the office, as written in the event. */
    public record WrittenPlan(
            @MayBeAbsent List<WrittenMilestone> milestones,
            @MayBeAbsent List<Integer> season) {

        private PlanShape shape() {
            try {
                return new PlanShape(
                        milestones == null
                                ? List.of()
                                : milestones.stream()
                                        .map(one -> new Milestone(one.on(), one.trained(), one.percent()))
                                        .toList(),
                        season == null ? Season.EVEN : new Season(season));
            } catch (IllegalArgumentException e) {
                throw new UnreadableEventException("plan: " + e.getMessage());
            }
        }
    }

    /** A number of people, or a share of the target, by the end of a day. */
    public record WrittenMilestone(
            LocalDate on,
            @MayBeAbsent Long trained,
            @MayBeAbsent BigDecimal percent) {}

    /** The target in force on a day; null if there is none. */
    public Long targetOn(LocalDate day) {
        return inForce(day).map(Version::target).orElse(null);
    }

    /** The season of the plan in force on a day. */
    public Season seasonOn(LocalDate day) {
        return inForce(day).map(version -> version.shape().season()).orElse(Season.EVEN);
    }

    /** The plan in force on a day; empty without a target. */
    public Optional<Plan> planOn(LocalDate day, Programme programme) {
        return inForce(day)
                .filter(version -> version.target() != null)
                .map(version -> new Plan(programme.startsOn(), programme.horizon(), version.target(), version.shape()));
    }

    /** The plans of some cohorts that are in force on a day; empty while the programme is not known. */
    public static List<Plan> plansOn(LocalDate day, Collection<Cohort> some, Optional<Programme> programme) {
        return programme.stream()
                .flatMap(known -> some.stream().flatMap(cohort -> cohort.planOn(day, known).stream()))
                .toList();
    }

    /** The largest target of a day first, cohorts without a target last. */
    public static Comparator<Cohort> inOrder(LocalDate on) {
        return Comparator.comparing(
                        (Cohort cohort) -> cohort.targetOn(on), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Cohort::code);
    }

    /** The version with the newest {@code validFrom}; of two with the same day, the one with the higher version. */
    private Optional<Version> inForce(LocalDate day) {
        return versions.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::version));
    }
}
