package kz.qadam.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A known vulnerability in libraries of Maven, as described in the OSV format. */
record SecurityAdvisory(String id, Set<String> aliases, String summary, List<Affected> affected) {

    /**
     * A library with the versions that are vulnerable.
     *
     * @param coordinates its name in Maven, without the version
     * @param versions single ones
     */
    record Affected(String coordinates, List<VersionRange> ranges, Set<String> versions) {

        boolean includes(Component component) {
            return coordinates.equals(component.coordinates())
                    && (versions.contains(component.version())
                            || ranges.stream().anyMatch(range -> range.includes(component.version())));
        }
    }

    /** @param json an advisory; one that was withdrawn affects nothing */
    static SecurityAdvisory of(JsonNode json) {
        List<Affected> affected = new ArrayList<>();
        if (!json.hasNonNull("withdrawn")) {
            for (JsonNode one : json.path("affected")) {
                if (one.path("package").path("ecosystem").asText().equals("Maven")) {
                    affected.add(affected(one));
                }
            }
        }
        return new SecurityAdvisory(
                json.path("id").asText(),
                texts(json.path("aliases")),
                json.path("summary").asText(""),
                affected);
    }

    boolean affects(Component component) {
        return affected.stream().anyMatch(one -> one.includes(component));
    }

    private static Affected affected(JsonNode json) {
        List<VersionRange> ranges = new ArrayList<>();
        for (JsonNode range : json.path("ranges")) {
            if (range.path("type").asText().equals("ECOSYSTEM")) {
                ranges.add(VersionRange.of(range.path("events")));
            }
        }
        return new Affected(json.path("package").path("name").asText(), ranges, texts(json.path("versions")));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }

    @Override
    public String toString() {
        return (aliases.isEmpty() ? id : id + " (" + String.join(", ", aliases) + ")") + " " + summary;
    }
}
