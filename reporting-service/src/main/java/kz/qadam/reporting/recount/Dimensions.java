package kz.qadam.reporting.recount;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.reporting.json.Members;

/**
 * The dimensions, listed once more for the recount alone, and how the member of each is found.
 *
 * @param areas by course
 * @param kinds by institution
 */
record Dimensions(Map<String, String> areas, Map<String, String> kinds) {

    /** @param described the newest descriptions of all things in the catalogue, by what they are */
    static Dimensions of(Map<String, Collection<Members>> described) {
        return new Dimensions(
                byCode(described.getOrDefault("course", List.of()), "area"),
                byCode(described.getOrDefault("institution", List.of()), "kind"));
    }

    /** By dimension the member to which something belongs. */
    Map<String, String> members(NamedMembers named) {
        return Map.of(
                "nation", "",
                "region", named.region(),
                "institution", named.institution(),
                "course", named.course(),
                "area", areas.getOrDefault(named.course(), "unknown"),
                "kind", kinds.getOrDefault(named.institution(), "unknown"));
    }

    private static Map<String, String> byCode(Collection<Members> described, String member) {
        return described.stream().collect(Collectors.toMap(one -> one.text("code"), one -> one.text(member)));
    }
}
