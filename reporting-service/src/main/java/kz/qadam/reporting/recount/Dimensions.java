package kz.qadam.reporting.recount;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The dimensions, listed once more for the recount alone, and the member of each that an event belongs to.
 *
 * @param areas by course
 * @param kinds by institution
 */
record Dimensions(Map<String, String> areas, Map<String, String> kinds) {

    static Dimensions of(Descriptions descriptions) {
        return new Dimensions(
                descriptions.of(Descriptions.Course.class).stream()
                        .collect(Collectors.toMap(Descriptions.Course::code, Descriptions.Course::area)),
                descriptions.of(Descriptions.Institution.class).stream()
                        .collect(Collectors.toMap(Descriptions.Institution::code, Descriptions.Institution::kind)));
    }

    /** The member of each dimension. */
    Map<String, String> members(NamedMembers named) {
        return Map.of(
                "nation", "",
                "region", named.region(),
                "institution", named.institution(),
                "course", named.course(),
                "area", areas.getOrDefault(named.course(), "unknown"),
                "kind", kinds.getOrDefault(named.institution(), "unknown"));
    }
}
