package kz.qadam.enrolment.catalogue;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;

/** What a version of a cohort says, in words for people. */
record CohortWords(DeskPlace place) {

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
            plan.milestones().forEach(one -> parts.add(place.day(one.on()) + ": " + measure(one)));
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
        return validFrom.equals(CohortChange.EARLIEST) ? say("from-beginning") : say("from", place.day(validFrom));
    }

    String names(Names names) {
        return String.join(" / ", names.kk(), names.ru(), names.en());
    }

    private String number(int number) {
        return NumberFormat.getIntegerInstance(place.language().locale()).format(number);
    }

    String say(String key, Object... arguments) {
        return place.tell(Message.of("cohorts." + key, arguments));
    }
}
