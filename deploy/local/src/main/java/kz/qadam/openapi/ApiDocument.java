package kz.qadam.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an OpenAPI document, and follows its references. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String APPLICATION_JSON = "application/json";

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    /** All operations of a document in JSON. */
    public static List<ApiOperation> operations(String json) {
        try {
            return new ApiDocument(JSON.readTree(json)).operations();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an OpenAPI document in JSON", e);
        }
    }

    private List<ApiOperation> operations() {
        List<ApiOperation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(method.getKey(), path.getKey(), path.getValue(), method.getValue()))
                        .forEach(all::add));
        return all;
    }

    private ApiOperation operation(String method, String path, JsonNode item, JsonNode described) {
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("operationId").asText(),
                described.path("summary").asText(),
                !described.path("security").isEmpty(),
                each(described.path("security"))
                        .flatMap(ApiDocument::each)
                        .flatMap(ApiDocument::each)
                        .map(JsonNode::asText)
                        .toList(),
                Stream.concat(each(item.path("parameters")), each(described.path("parameters")))
                        .map(this::parameter)
                        .toList(),
                body(followed(described.path("requestBody")).path("content")),
                answers(described.path("responses")));
    }

    private ApiParameter parameter(JsonNode reference) {
        JsonNode described = followed(reference);
        return new ApiParameter(
                described.path("name").asText(),
                described.path("in").asText(),
                described.path("required").asBoolean(),
                each(followed(described.path("schema")).path("enum"))
                        .map(JsonNode::asText)
                        .toList(),
                described.path("example").asText(null));
    }

    private ApiBody body(JsonNode content) {
        JsonNode json = content.path(APPLICATION_JSON);
        List<String> members = new ArrayList<>();
        addMembers(members, "", json.path("schema"));
        return new ApiBody(names(content), members, json.path("example"));
    }

    /** Adds the names of a schema's members, or of those of its items. */
    private void addMembers(List<String> names, String prefix, JsonNode reference) {
        JsonNode schema = followed(reference);
        if (schema.has("items")) {
            addMembers(names, prefix, schema.path("items"));
        }
        schema.path("properties").properties().forEach(member -> {
            String name = prefix + member.getKey();
            int before = names.size();
            addMembers(names, name + ".", member.getValue());
            if (names.size() == before) {
                names.add(name);
            }
        });
    }

    private Map<String, ApiAnswer> answers(JsonNode responses) {
        Map<String, ApiAnswer> answers = new LinkedHashMap<>();
        responses.properties().forEach(response -> {
            JsonNode answer = followed(response.getValue());
            answers.put(
                    response.getKey(),
                    new ApiAnswer(answer.path("description").asText(), names(answer.path("content"))));
        });
        return answers;
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The values of an array or of an object. */
    private static Stream<JsonNode> each(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }
}
