package kz.qadam.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code deploy/install/cluster}: makes of rendered manifests what {@code podman kube play} runs, which knows Pods but
 * no StatefulSets, and the Secrets that in Kubernetes an operator makes.
 */
final class ClusterManifests {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path directory;

    private ClusterManifests(Path directory) {
        this.directory = directory;
    }

    /** {@code pods}, {@code secrets}, {@code logins}, {@code rules} or {@code clock}, the directory of the cluster, and a Pod. */
    public static void main(String[] arguments) throws IOException {
        var manifests = new ClusterManifests(Path.of(arguments[2]));
        switch (arguments[1]) {
            case "pods" -> manifests.writePods();
            case "secrets" -> manifests.addSecrets();
            case "logins" -> manifests.printLogins();
            case "rules" -> manifests.writeRules();
            case "clock" -> manifests.addClock(arguments[3]);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** One file for each Pod, with the ConfigMaps that it reads; prints their names. */
    private void writePods() throws IOException {
        List<JsonNode> rendered = read("rendered.yaml");
        List<JsonNode> configMaps = ofKind("ConfigMap", rendered);
        Files.createDirectories(directory.resolve("pods"));
        for (String kind : List.of("Job", "StatefulSet", "Deployment")) {
            for (JsonNode workload : ofKind(kind, rendered)) {
                int replicas = workload.at("/spec/replicas").asInt(1);
                for (int i = 0; i < replicas; i++) {
                    writePod(workload, kind.equals("Job") ? "" : "-" + i, configMaps);
                }
            }
        }
    }

    private void writePod(JsonNode workload, String suffix, List<JsonNode> configMaps) throws IOException {
        String name = workload.at("/metadata/name").asText() + suffix;
        ObjectNode pod = workload.at("/spec/template").deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ((ObjectNode) pod.get("metadata")).put("name", name);
        ((ObjectNode) pod.at("/metadata/labels")).put("qadam-cluster", "pod");
        nameEmptyDirs(pod.get("spec"), name);
        List<JsonNode> documents = new ArrayList<>(configMaps);
        documents.add(pod);
        write("pods/" + name + ".yaml", documents);
        System.out.println(name);
    }

    /** Names the empty directories after their Pod, since podman makes one volume of all that have one name. */
    private static void nameEmptyDirs(JsonNode spec, String pod) {
        List<JsonNode> named = new ArrayList<>();
        spec.get("volumes").forEach(volume -> {
            if (volume.has("emptyDir")) {
                named.add(volume);
            }
        });
        for (JsonNode volume : named) {
            String name = volume.get("name").asText();
            ((ObjectNode) volume).put("name", pod + "-" + name);
            spec.at("/containers/0/volumeMounts").forEach(mount -> {
                if (mount.get("name").asText().equals(name)) {
                    ((ObjectNode) mount).put("name", pod + "-" + name);
                }
            });
        }
    }

    /** Adds to the Secrets of {@code deploy/install/k8s/secrets} those of the operators of Kafka and PostgreSQL. */
    private void addSecrets() throws IOException {
        List<JsonNode> secrets = new ArrayList<>(read("secrets.yaml"));
        var tls = new KafkaAccess(
                new Certificates(directory.resolve("tls")),
                new InstallationSecrets(directory.resolve("keys/kafka")),
                0,
                true);
        for (Service service : Service.values()) {
            secrets.add(secret(
                    "kafka-" + service.code(),
                    "sasl.jaas.config",
                    tls.settingsOf(service).get("sasl.jaas.config")));
        }
        String authority = Files.readString(directory.resolve("tls/authority.pem"));
        secrets.add(secret("postgres-ca", "ca.crt", authority));
        secrets.add(secret("qadam-cluster-ca-cert", "ca.crt", authority));
        secrets.add(secret(
                "issuer",
                "public-key",
                new InstallationSecrets(directory.resolve("keys")).issuer().publicKey()));
        write("all-secrets.yaml", secrets);
    }

    /** The roles of the databases with their passwords, one a line. */
    private void printLogins() throws IOException {
        for (JsonNode secret : read("secrets.yaml")) {
            JsonNode data = secret.path("stringData");
            if (data.has("username")) {
                System.out.printf(
                        "%s %s%n",
                        data.get("username").asText(), data.get("password").asText());
            }
        }
    }

    /** The alert rules of a cluster's Prometheus operator, as Prometheus reads them. */
    private void writeRules() throws IOException {
        List<JsonNode> rules = ofKind("PrometheusRule", read("monitoring.yaml"));
        write("rules.yml", rules.stream().map(rule -> rule.get("spec")).toList());
    }

    /** A Pod that reads its time through libfaketime, with the offset in a file; the time for waiting stays right. */
    private void addClock(String name) throws IOException {
        List<JsonNode> documents = read("pods/" + name + ".yaml");
        ObjectNode spec = (ObjectNode) documents.get(documents.size() - 1).get("spec");
        String clock = directory.resolve("clock").toAbsolutePath().toString();
        spec.withArray("volumes")
                .addPOJO(Map.of("name", "clock", "hostPath", Map.of("path", clock, "type", "Directory")));
        ObjectNode container = (ObjectNode) spec.at("/containers/0");
        container.withArray("volumeMounts").addPOJO(Map.of("name", "clock", "mountPath", "/clock", "readOnly", true));
        Map<String, String> variables = Map.of(
                "LD_PRELOAD", "/clock/libfaketime.so.1",
                "FAKETIME_TIMESTAMP_FILE", "/clock/offset",
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Otherwise waits of the JVM end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
        variables.forEach(
                (variable, value) -> container.withArray("env").addPOJO(Map.of("name", variable, "value", value)));
        write("clock/" + name + ".yaml", documents);
    }

    private static JsonNode secret(String name, String key, String value) {
        return YAML.valueToTree(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", name),
                "stringData",
                Map.of(key, value)));
    }

    private static List<JsonNode> ofKind(String kind, List<JsonNode> documents) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private List<JsonNode> read(String file) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(directory.resolve(file).toFile())) {
            return documents.readAll();
        }
    }

    private void write(String file, List<JsonNode> documents) throws IOException {
        var text = new StringBuilder();
        for (JsonNode document : documents) {
            text.append(YAML.writeValueAsString(document));
        }
        Files.writeString(directory.resolve(file), text);
    }
}
