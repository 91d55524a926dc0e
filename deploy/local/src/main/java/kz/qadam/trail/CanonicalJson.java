package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * JSON in the form of {@code jq -cS}: members in the order of their names, no spaces. Members without a value are left
 * out.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode json) {
        if (json.isObject()) {
            return json.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (json.isArray()) {
            return StreamSupport.stream(json.spliterator(), false)
                    .map(CanonicalJson::of)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return json.toString();
    }

    private static String quoted(String name) {
        return TextNode.valueOf(name).toString();
    }
}
