package kz.qadam.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The contracts of events, as their publishers keep them. */
public final class Contracts {

    private static final String FOLDER = "src/main/resources/META-INF/resources/contracts";

    /** Schemas refer to the state of their family by this address. */
    private static final String ADDRESS = "https://qadam.kz/contracts/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** What is wrong with the data of an event of this service; formats are asserted too. */
    public static List<Error> faults(String type, String json) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Contracts::schema))
                .getSchema(text(Path.of(FOLDER, type, "schema.json")), InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String schema(String address) {
        return address.startsWith(ADDRESS) ? text(Path.of(FOLDER, address.substring(ADDRESS.length()))) : null;
    }

    /** All golden examples of a module whose types begin so. */
    public static List<Path> examples(String module, String types) {
        try (var all = Files.walk(Path.of("..", module, FOLDER))) {
            return all.filter(file -> file.getParent().endsWith("examples"))
                    .filter(file -> typeOf(file).startsWith(types))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String typeOf(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }

    /**
     * The optional members of a family of events, with an example of each as JSON, as the state of the family declares them.
     *
     * @param family such as {@code completion}
     */
    public static Map<String, String> optionalMembers(String module, String family) {
        Map<String, String> members = new TreeMap<>();
        optionalMembers(Path.of("..", module, FOLDER, family, "state.json"))
                .forEach((name, example) -> members.put(name, example.toString()));
        return members;
    }

    private static Map<String, JsonNode> optionalMembers(Path schema) {
        JsonNode declared = tree(text(schema));
        List<String> required = StreamSupport.stream(declared.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        Map<String, JsonNode> optional = new TreeMap<>();
        declared.path("properties").properties().forEach(member -> {
            if (!required.contains(member.getKey())) {
                optional.put(
                        member.getKey(),
                        example(member.getValue())
                                .orElseThrow(() -> new AssertionError(
                                        schema + " gives no example of the optional member " + member.getKey())));
            }
        });
        return optional;
    }

    /** An object without an example has those of its members. */
    private static Optional<JsonNode> example(JsonNode declared) {
        if (declared.has("examples")) {
            return Optional.of(declared.at("/examples/0"));
        }
        ObjectNode object = JSON.createObjectNode();
        declared.path("properties")
                .properties()
                .forEach(member -> example(member.getValue()).ifPresent(value -> object.set(member.getKey(), value)));
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }

    /** A golden example with every optional member of its family: an example that no file has. */
    public static String withOptionalMembers(Path example) {
        ObjectNode data = (ObjectNode) tree(text(example));
        Path type = example.getParent().getParent();
        JsonNode family = tree(text(type.resolve("schema.json"))).path("$ref");
        if (!family.isMissingNode()) {
            optionalMembers(type.resolve(family.asText())).forEach(data::set);
        }
        return data.toString();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
