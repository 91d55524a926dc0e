package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;

/**
 * The fields in which the office describes a cohort, and the body of the request that they stand for. Lists are written as
 * people write them: courses with commas, a milestone on each line, a season as twelve numbers.
 */
final class CohortForm {

    static final String CODE = "code";
    static final List<String> NAMES = List.of("names.kk", "names.ru", "names.en");

    private static final String TARGET = "target";
    private static final String COURSES = "requirement.courses";
    private static final String MIN_COURSES = "requirement.minCourses";
    private static final String HOURS = "requirement.hours";
    private static final String MILESTONES = "plan.milestones";
    private static final String SEASON = "plan.season";

    /** What changes a cohort. */
    static final List<String> OF_CHANGE = Stream.concat(
                    NAMES.stream(),
                    Stream.of(TARGET, COURSES, MIN_COURSES, HOURS, MILESTONES, SEASON, "validFrom", "reason"))
            .toList();

    /** What creates one. */
    static final List<String> OF_CREATION =
            Stream.concat(Stream.of(CODE), OF_CHANGE.stream()).toList();

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0,;]+");
    private static final Pattern MILESTONE = Pattern.compile("(\\S+)\\s*(.*?)\\s*(%?)");

    private CohortForm() {}

    /** The form with what a version says, and without the day and the reason of the next one. */
    static DeskForm of(LocalizedName names, CohortVersion version) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("names.kk", names.kk());
        values.put("names.ru", names.ru());
        values.put("names.en", names.en());
        values.put(TARGET, Objects.toString(version.target, ""));
        Requirement requirement = version.requirement();
        values.put(COURSES, requirement.courses() == null ? "" : String.join(", ", requirement.courses()));
        values.put(MIN_COURSES, Objects.toString(requirement.minCourses(), ""));
        values.put(HOURS, Objects.toString(requirement.hours(), ""));
        if (version.plan != null) {
            values.put(MILESTONES, milestones(version.plan));
            values.put(SEASON, season(version.plan));
        }
        return DeskForm.of(OF_CHANGE, values);
    }

    private static String milestones(Plan plan) {
        return plan.milestones() == null
                ? ""
                : plan.milestones().stream()
                        .map(one -> one.on() + " " + (one.trained() == null ? one.percent() + " %" : one.trained()))
                        .collect(Collectors.joining("\n"));
    }

    private static String season(Plan plan) {
        return plan.season() == null
                ? ""
                : plan.season().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** The members of the body of the request. */
    static ItemFields fields(DeskForm form) {
        ObjectNode body = form.body();
        if (form.value(TARGET).isEmpty()) {
            body.putNull(TARGET);
        } else {
            body.put(TARGET, whole(form.value(TARGET)));
        }
        ObjectNode requirement = body.withObjectProperty("requirement");
        if (!form.value(COURSES).isEmpty()) {
            fill(requirement.putArray("courses"), parts(form.value(COURSES)));
        }
        putPlan(body, form);
        return ItemFields.ofForm(body);
    }

    /** A form without a plan says that there is none. */
    private static void putPlan(ObjectNode body, DeskForm form) {
        if (form.value(MILESTONES).isEmpty() && form.value(SEASON).isEmpty()) {
            body.putNull("plan");
            return;
        }
        ObjectNode plan = body.putObject("plan");
        if (!form.value(SEASON).isEmpty()) {
            fill(plan.putArray("season"), parts(form.value(SEASON)));
        }
        if (!form.value(MILESTONES).isEmpty()) {
            ArrayNode milestones = plan.putArray("milestones");
            form.value(MILESTONES)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> addMilestone(milestones, line));
        }
    }

    private static void addMilestone(ArrayNode milestones, String line) {
        Matcher written = MILESTONE.matcher(line);
        if (written.matches()) {
            ObjectNode milestone = milestones.addObject().put("on", written.group(1));
            if (!written.group(2).isEmpty()) {
                milestone.put(written.group(3).isEmpty() ? "trained" : "percent", whole(written.group(2)));
            }
        }
    }

    /** A number without the spaces in it. */
    private static String whole(String number) {
        return SPACES.matcher(number).replaceAll("");
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>(List.of(SEPARATORS.split(text, -1)));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static void fill(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
