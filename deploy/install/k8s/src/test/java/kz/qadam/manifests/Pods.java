package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pods with the same labels.
 *
 * @param ports the ports by name
 */
record Pods(String name, Map<String, String> labels, Map<String, Integer> ports) {

    /** The Pods that an operator makes for its resource, with the labels that its documentation names. */
    static Stream<Pods> ofOperator(Manifest manifest) {
        return switch (manifest.kind()) {
            case "Kafka" ->
                Stream.of(
                        new Pods(
                                manifest.name() + "-kafka",
                                Map.of(
                                        "strimzi.io/cluster",
                                        manifest.name(),
                                        "strimzi.io/kind",
                                        "Kafka",
                                        "strimzi.io/name",
                                        manifest.name() + "-kafka"),
                                Map.of("tcp-prometheus", 9404)),
                        new Pods(
                                manifest.name() + "-entity-operator",
                                Map.of(
                                        "strimzi.io/cluster",
                                        manifest.name(),
                                        "strimzi.io/kind",
                                        "Kafka",
                                        "strimzi.io/name",
                                        manifest.name() + "-entity-operator"),
                                Map.of()));
            case "Cluster" ->
                Stream.of(new Pods(
                        manifest.name(),
                        Map.of("cnpg.io/cluster", manifest.name(), "cnpg.io/podRole", "instance"),
                        Map.of("postgresql", 5432, "metrics", 9187, "status", 8000)));
            default -> Stream.empty();
        };
    }

    /** Whether a label selector selects them; an empty one selects all. */
    boolean isSelectedBy(JsonNode selector) {
        boolean hasLabels = labels.entrySet()
                .containsAll(Manifest.texts(selector.path("matchLabels")).entrySet());
        return hasLabels && Manifest.items(selector.path("matchExpressions")).allMatch(this::fulfils);
    }

    private boolean fulfils(JsonNode requirement) {
        String value = labels.get(requirement.path("key").asText());
        boolean isListed = Manifest.items(requirement.path("values"))
                .anyMatch(listed -> listed.asText().equals(value));
        return switch (requirement.path("operator").asText()) {
            case "In" -> isListed;
            case "NotIn" -> !isListed;
            case "Exists" -> value != null;
            default -> value == null;
        };
    }
}
