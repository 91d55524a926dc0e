package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.reporting.json.Members;
import kz.qadam.reporting.plan.Milestone;
import kz.qadam.reporting.plan.Plan;
import kz.qadam.reporting.plan.Season;
import kz.qadam.reporting.plan.Shape;

/**
 * A cohort with all versions of its target and its plan.
 *
 * @param withdrawn whether the office has withdrawn it: then there is no such cohort
 */
public record Cohort(String code, long version, Names names, List<Version> versions, boolean withdrawn) {

    /**
     * What holds from a day on.
     *
     * @param target how many people are to be trained; null: there is no target, which is not zero
     */
    public record Version(long version, LocalDate validFrom, Long target, Shape plan) {}

    /** Reads the data of {@code cohort-described}. */
    public static Cohort of(Members json) {
        return new Cohort(
                json.text("code"),
                json.whole("version", 1),
                Names.of(json.object("names")),
                json.objects("versions", Cohort::version),
                json.has("withdrawn") && json.flag("withdrawn"));
    }

    private static Version version(Members json) {
        requirement(json.object("requirement"));
        return new Version(
                json.whole("version", 1),
                json.date("validFrom"),
                json.has("target") ? (Long) json.whole("target", 0) : null,
                json.has("plan") ? plan(json.object("plan")) : Shape.STRAIGHT);
    }

    private static Shape plan(Members json) {
        try {
            return new Shape(
                    json.has("milestones") ? json.objects("milestones", Cohort::milestone) : List.of(),
                    json.has("season") ? new Season(json.wholes("season")) : Season.EVEN);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("plan: " + e.getMessage());
        }
    }

    private static Milestone milestone(Members json) {
        return new Milestone(
                json.date("on"),
                json.has("trained") ? (Long) json.whole("trained", 0) : null,
                json.has("percent") ? json.decimal("percent") : null);
    }

    /** The figures do not need it; the recount does, and relies on what was let in. */
    private static void requirement(Members json) {
        if (json.has("courses")) {
            json.texts("courses");
        }
        if (json.has("minCourses")) {
            json.whole("minCourses", 1);
        }
        if (json.has("hours")) {
            json.whole("hours", 1);
        }
    }

    /** The target in force on a day; null: there is none. */
    public Long targetOn(LocalDate day) {
        return inForce(day).map(Version::target).orElse(null);
    }

    /** How the year's work falls upon its months by the plan in force on a day. */
    public Season seasonOn(LocalDate day) {
        return inForce(day).map(version -> version.plan().season()).orElse(Season.EVEN);
    }

    /** The plan in force on a day; empty without a target. */
    public Optional<Plan> planOn(LocalDate day, Programme programme) {
        return inForce(day)
                .filter(version -> version.target() != null)
                .map(version -> new Plan(programme.startsOn(), programme.horizon(), version.target(), version.plan()));
    }

    /** Of the newest validity, and of two with one day the later recorded. */
    private Optional<Version> inForce(LocalDate day) {
        return versions.stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::version));
    }
}
