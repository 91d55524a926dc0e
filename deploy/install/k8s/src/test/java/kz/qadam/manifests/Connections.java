package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.stream.Stream;

/** PostgreSQL accepts as many connections as all instances may open, also while each workload has one Pod more. */
final class Connections implements Rule {

    /** For the operator, replication and an administrator. */
    private static final int OTHERS = 30;

    private static final String SETTINGS = "deploy/chassis/src/main/resources/META-INF/microprofile-config.properties";

    @Override
    public Stream<String> faults(Overlay overlay) {
        int needed = OTHERS
                + overlay.workloads()
                        .mapToInt(workload -> (pods(workload, overlay) + 1) * ofEach(workload, overlay))
                        .sum();
        return overlay.all("Cluster")
                .filter(cluster -> cluster.at("/spec/postgresql/parameters/max_connections")
                                .asInt()
                        < needed)
                .map(cluster -> cluster.id() + ": max_connections is less than " + needed);
    }

    private static int pods(Workload workload, Overlay overlay) {
        return overlay.all("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.at("/spec/scaleTargetRef/name")
                        .asText()
                        .equals(workload.manifest().name()))
                .map(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .findFirst()
                .orElse(workload.manifest().at("/spec/replicas").asInt(1));
    }

    /** A Job migrates with one connection, and has two pools that stay small. */
    private static int ofEach(Workload workload, Overlay overlay) {
        if (workload.manifest().is("Job")) {
            return 3;
        }
        JsonNode container = workload.containers().findFirst().orElseThrow();
        return workload.isService()
                ? pool("quarkus.datasource.jdbc.max-size") + pool("quarkus.datasource.background.jdbc.max-size")
                : Integer.parseInt(workload.environment(container, overlay).getOrDefault("KC_DB_POOL_MAX_SIZE", "100"));
    }

    private static int pool(String name) {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Kustomize.REPOSITORY.resolve(SETTINGS))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(settings.getProperty(name));
    }
}
