package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One document of a rendered overlay. */
record Manifest(JsonNode content) {

    String apiVersion() {
        return content.path("apiVersion").asText();
    }

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.at("/metadata/name").asText();
    }

    /** How faults name it. */
    String id() {
        return kind() + "/" + name();
    }

    boolean is(String... kinds) {
        return Stream.of(kinds).anyMatch(kind()::equals);
    }

    /** What a JSON pointer leads to; missing if nothing is there. */
    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** The items of an array, none if it is missing. */
    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The texts of a map, such as labels; none if it is missing. */
    static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new TreeMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** The item with this name; missing if there is none. */
    static JsonNode named(JsonNode array, String name) {
        return items(array)
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
