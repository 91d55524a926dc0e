package kz.qadam.witness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of a service's OpenAPI document that generated clients depend on: operations with their parameters, bodies
 * and statuses, and components with their members. Descriptions may change.
 */
final class OpenApiOutline {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members of a schema that restrict its values. */
    private static final Set<String> OF_VALUES = Set.of(
            "type", "format", "enum", "$ref", "minimum", "maximum", "maxLength", "minLength", "pattern", "required");

    private final Set<String> lines = new TreeSet<>();

    private OpenApiOutline() {}

    static String of(String document) throws IOException {
        JsonNode root = JSON.readTree(document);
        var outline = new OpenApiOutline();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                outline.operation(operation.getKey() + " " + path.getKey(), operation.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                root.path("components").path("schemas").properties()) {
            outline.value("component " + schema.getKey(), schema.getValue());
        }
        return String.join("\n", outline.lines);
    }

    private void operation(String place, JsonNode operation) {
        lines.add(place + " is " + operation.path("operationId").asText());
        for (JsonNode parameter : operation.path("parameters")) {
            String name = "%s %s parameter %s"
                    .formatted(
                            place,
                            parameter.path("in").asText(),
                            parameter.path("name").asText());
            lines.add(name + (parameter.path("required").asBoolean() ? " required" : ""));
            value(name, parameter.path("schema"));
        }
        for (Map.Entry<String, JsonNode> body :
                operation.path("requestBody").path("content").properties()) {
            value(place + " takes " + body.getKey(), body.getValue().path("schema"));
        }
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            lines.add(place + " answers " + response.getKey());
            for (Map.Entry<String, JsonNode> body :
                    response.getValue().path("content").properties()) {
                value(
                        "%s answers %s %s".formatted(place, response.getKey(), body.getKey()),
                        body.getValue().path("schema"));
            }
        }
    }

    private void value(String place, JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (OF_VALUES.contains(member.getKey())) {
                lines.add("%s %s %s".formatted(place, member.getKey(), member.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            lines.add(place + "/" + member.getKey());
            value(place + "/" + member.getKey(), member.getValue());
        }
        for (String nested : Set.of("oneOf", "anyOf", "allOf")) {
            schema.path(nested).forEach(one -> value(place + " " + nested, one));
        }
        if (schema.has("items")) {
            value(place + "[]", schema.get("items"));
        }
    }
}
