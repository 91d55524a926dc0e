package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A StatefulSet, a Deployment or a Job. */
record Workload(Manifest manifest) {

    String id() {
        return manifest.id();
    }

    Map<String, String> labels() {
        return Manifest.texts(manifest.at("/spec/template/metadata/labels"));
    }

    JsonNode spec() {
        return manifest.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return Stream.concat(Manifest.items(spec().path("initContainers")), Manifest.items(spec().path("containers")));
    }

    /** Whether it runs one of the three services. */
    boolean isService() {
        return containers()
                .anyMatch(container -> container.path("image").asText().matches(".*qadam/[a-z]+-service:.*"));
    }

    Pods pods() {
        Map<String, Integer> ports = new TreeMap<>();
        containers()
                .flatMap(container -> Manifest.items(container.path("ports")))
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));
        return new Pods(manifest.name(), labels(), ports);
    }

    /** The variables of a container by name, with the values that the manifests say. */
    Map<String, String> environment(JsonNode container, Overlay overlay) {
        Map<String, String> environment = new TreeMap<>();
        Manifest.items(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .forEach(name -> environment.putAll(overlay.configMap(name).orElse(Map.of())));
        Manifest.items(container.path("env"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return environment;
    }

    /** The files that are mounted into a container, and the directories that hold them. */
    Set<String> mountedFiles(JsonNode container, Overlay overlay) {
        Set<String> files = new TreeSet<>();
        Manifest.items(container.path("volumeMounts")).forEach(mount -> {
            String path = mount.path("mountPath").asText();
            JsonNode volume =
                    Manifest.named(spec().path("volumes"), mount.path("name").asText());
            files.add(path);
            JsonNode secret = volume.path("secret");
            if (secret.path("items").isEmpty()) {
                overlay.secrets()
                        .getOrDefault(secret.path("secretName").asText(), Set.of())
                        .forEach(key -> files.add(path + "/" + key));
            } else {
                Manifest.items(secret.path("items"))
                        .forEach(
                                item -> files.add(path + "/" + item.path("path").asText()));
            }
        });
        return files;
    }
}
