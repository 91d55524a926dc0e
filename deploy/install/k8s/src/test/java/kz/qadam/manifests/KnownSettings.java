package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings that a running service knows: those that its code names, those of Quarkus that count at run time (its jars
 * list them), and those of Kafka's clients.
 *
 * @param types the type of each by its name; a part of a name in quotation marks is free
 */
record KnownSettings(Map<String, String> types) {

    private static final Pattern NEITHER = Pattern.compile("[^A-Z0-9]");
    private static final Pattern FREE = Pattern.compile("\"[^\"]+\"");

    private static final Map<String, String> FOUND = new ConcurrentHashMap<>();

    static final KnownSettings ALL = read();

    private static KnownSettings read() {
        Map<String, String> types = new TreeMap<>();
        try {
            var models = KnownSettings.class
                    .getClassLoader()
                    .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json");
            while (models.hasMoreElements()) {
                try (var model = models.nextElement().openStream()) {
                    addRunTime(new ObjectMapper().readTree(model), types);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        QadamSettings.names().forEach(name -> types.putIfAbsent(name, "qadam"));
        Stream.concat(ConsumerConfig.configNames().stream(), ProducerConfig.configNames().stream())
                .forEach(name -> types.put("kafka." + name, "kafka"));
        return new KnownSettings(types);
    }

    private static void addRunTime(JsonNode node, Map<String, String> types) {
        if (node.path("phase").asText().equals("RUN_TIME") && node.has("type")) {
            String type =
                    node.path("list").asBoolean() ? "list" : node.path("type").asText();
            types.put(node.at("/path/property").asText(), type);
            Manifest.items(node.path("additionalPaths"))
                    .forEach(path -> types.put(path.path("property").asText(), type));
        }
        node.forEach(child -> addRunTime(child, types));
    }

    boolean hasVariable(String variable) {
        return !typeOfVariable(variable).isEmpty();
    }

    /** Whether there is a property, under the name that a mounted file has. */
    boolean hasProperty(String name) {
        return types.containsKey(name)
                || free().anyMatch(known ->
                        pattern(known, "[^.]+", Pattern::quote).matcher(name).matches());
    }

    /** Which variables have a value that their type does not take. */
    List<String> invalidValues(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(setting -> !fits(typeOfVariable(setting.getKey()), setting.getValue()))
                .map(setting -> setting.getKey() + " has no such value: " + setting.getValue())
                .toList();
    }

    private static boolean fits(String type, String value) {
        return switch (type) {
            case "boolean", "java.lang.Boolean" -> value.matches("true|false");
            case "int", "java.lang.Integer", "long" -> value.matches("[0-9]+");
            default -> true;
        };
    }

    /** Empty if no setting has it. */
    private String typeOfVariable(String variable) {
        return FOUND.computeIfAbsent(variable, this::search);
    }

    private String search(String variable) {
        return Stream.concat(
                        types.keySet().stream().filter(known -> variable(known).equals(variable)),
                        free().filter(known -> pattern(known, "[A-Z0-9_]+", KnownSettings::variable)
                                .matcher(variable)
                                .matches()))
                .findFirst()
                .map(types::get)
                .orElse("");
    }

    private Stream<String> free() {
        return types.keySet().stream().filter(known -> known.contains("\""));
    }

    static String variable(String property) {
        return NEITHER.matcher(property.toUpperCase(Locale.ROOT)).replaceAll("_");
    }

    private static Pattern pattern(String property, String free, UnaryOperator<String> other) {
        return Pattern.compile(FREE.splitAsStream(property).map(other).collect(Collectors.joining(free)));
    }
}
