package kz.qadam.reporting.audit.recount;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The dimensions, listed once more for the recount alone, and the member of each that an event belongs to.
 *
 * @param areas by course
 * @param kinds by institution
 */
record Dimensions(Map<String, String> areas, Map<String, String> kinds) {

    /** The description of a course, which says its area. */
    record Course(String code, long version, long hours, String area) implements Descriptions.Description {}

    /** The description of an institution, which says its kind. */
    record Institution(String code, long version, String kind) implements Descriptions.Description {}

    static Dimensions of(Descriptions descriptions) {
        return new Dimensions(
                descriptions.of(Course.class).stream().collect(Collectors.toMap(Course::code, Course::area)),
                descriptions.of(Institution.class).stream()
                        .collect(Collectors.toMap(Institution::code, Institution::kind)));
    }

    /** The member of each dimension. */
    Map<String, String> members(LearnerState state) {
        return Map.of(
                "nation", "",
                "region", state.region(),
                "institution", state.institution(),
                "course", state.course(),
                "area", areas.getOrDefault(state.course(), "unknown"),
                "kind", kinds.getOrDefault(state.institution(), "unknown"));
    }
}
