package kz.qadam.chassis.events.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The only text that the same JSON has, in the form of {@code jq -cS}: members in the order of their names, no spaces.
 * Members without a value are left out, so that an entry keeps its text when entries get another member.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode json) {
        return sorted(json).toString();
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            json.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> sorted.set(member.getKey(), sorted(member.getValue())));
            return sorted;
        }
        if (json.isArray()) {
            var sorted = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return json;
    }
}
