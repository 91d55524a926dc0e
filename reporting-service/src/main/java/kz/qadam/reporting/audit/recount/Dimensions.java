package kz.qadam.reporting.audit.recount;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The dimensions, listed once more for the recount alone, and the member of each that an event belongs to.
 *
 * @param areas by course
 * @param kinds by institution
 */
record Dimensions(Map<String, String> areas, Map<String, String> kinds) {

    /** The attributes of enrolments that are dimensions. */
    private static final List<String> ATTRIBUTES = List.of("language");

    /** The description of a course, which says its area. */
    record Course(String code, long version, long hours, String area) implements RecountedCatalogue.Description {}

    /** The description of an institution, which says its kind. */
    record Institution(String code, long version, String kind) implements RecountedCatalogue.Description {}

    static Dimensions of(RecountedCatalogue descriptions) {
        return new Dimensions(
                members(descriptions.of(Course.class), Course::code, Course::area),
                members(descriptions.of(Institution.class), Institution::code, Institution::kind));
    }

    /** The described members; a description may lack the member. */
    private static <D> Map<String, String> members(
            Collection<D> descriptions, Function<D, String> code, Function<D, String> member) {
        return descriptions.stream().filter(one -> member.apply(one) != null).collect(Collectors.toMap(code, member));
    }

    /**
     * The member of each dimension.
     *
     * @param attributes those of the enrolment of the state
     */
    Map<String, String> members(RecountedState state, Map<String, String> attributes) {
        Map<String, String> members = new HashMap<>(Map.of(
                "nation", "",
                "region", state.region(),
                "institution", state.institution(),
                "course", state.course(),
                "area", areas.getOrDefault(state.course(), "unknown"),
                "kind", kinds.getOrDefault(state.institution(), "unknown")));
        ATTRIBUTES.forEach(name -> members.put(name, attributes.getOrDefault(name, "unknown")));
        return members;
    }
}
