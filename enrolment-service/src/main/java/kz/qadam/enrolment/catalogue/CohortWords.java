package kz.qadam.enrolment.catalogue;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.Change;
import kz.qadam.chassis.desk.DeskContext;

/** What a version of a cohort says, in words for people. */
record CohortWords(DeskContext context) {

    String target(Integer target) {
        return target == null ? say("no-target") : number(target);
    }

    String requirement(Requirement requirement) {
        List<String> parts = new ArrayList<>();
        if (requirement.courses() != null) {
            parts.add(say("requirement.all", String.join(", ", requirement.courses())));
        }
        if (requirement.minCourses() != null) {
            parts.add(say("requirement.at-least", requirement.minCourses()));
        }
        if (requirement.hours() != null) {
            parts.add(say("requirement.sum", requirement.hours()));
        }
        return parts.isEmpty() ? say("requirement.any") : String.join("; ", parts);
    }

    String plan(Plan plan) {
        if (plan == null) {
            return say("evenly");
        }
        List<String> parts = new ArrayList<>();
        if (plan.milestones() != null) {
            plan.milestones().forEach(one -> parts.add(context.day(one.on()) + ": " + measure(one)));
        }
        if (plan.season() != null) {
            parts.add(say("season", plan.season().stream().map(Object::toString).collect(Collectors.joining(" "))));
        }
        return String.join("; ", parts);
    }

    private String measure(PlanMilestone one) {
        return one.trained() == null ? one.percent().toPlainString() + " %" : number(one.trained());
    }

    /** The first day of a version. */
    String from(LocalDate validFrom) {
        return validFrom.equals(CohortChange.EARLIEST) ? say("from-beginning") : say("from", context.day(validFrom));
    }

    String names(LocalizedName names) {
        return String.join(" / ", names.kk(), names.ru(), names.en());
    }

    /** All that a new cohort has. */
    List<Change> created(CohortChange wanted) {
        return List.of(
                new Change(say("field.code"), "", wanted.code()),
                new Change(say("names"), "", names(wanted.names())),
                new Change(say("field.validFrom"), "", from(wanted.validFrom())),
                new Change(say("field.target"), "", target(wanted.target())),
                new Change(say("requirement"), "", requirement(wanted.requirement())),
                new Change(say("plan"), "", plan(wanted.plan())),
                new Change(say("field.reason"), "", wanted.reason()));
    }

    /**
     * What changes from the first day on; another name counts at once, and for all days.
     *
     * @param before the version that would be in force on that day
     */
    List<Change> changes(LocalizedName now, CohortVersion before, CohortChange wanted) {
        return Stream.of(
                        new Change(
                                say("names.at-once"), names(now), names(wanted.names() == null ? now : wanted.names())),
                        new Change(say("field.target"), target(before.target), target(wanted.target())),
                        new Change(
                                say("requirement"),
                                requirement(before.requirement()),
                                requirement(wanted.requirement())),
                        new Change(say("plan"), plan(before.plan), plan(wanted.plan())))
                .filter(one -> !one.from().equals(one.to()))
                .toList();
    }

    private String number(int number) {
        return NumberFormat.getIntegerInstance(context.language().locale()).format(number);
    }

    String say(String key, Object... arguments) {
        return context.tell(Message.of("cohorts." + key, arguments));
    }
}
