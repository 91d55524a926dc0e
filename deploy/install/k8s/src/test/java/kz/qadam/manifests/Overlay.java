package kz.qadam.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rendered overlay, with the Secrets that exist where it is applied.
 *
 * @param manifests what kustomize rendered
 * @param secrets the keys of each Secret that the script or an operator makes
 */
record Overlay(String name, List<Manifest> manifests, Map<String, Set<String>> secrets) {

    static final List<String> NAMES = List.of("trial", "production", "cluster");

    static Overlay rendered(String name) {
        return of(name, Kustomize.render(Kustomize.HOME.resolve("overlays").resolve(name)));
    }

    static Overlay of(String name, List<Manifest> manifests) {
        return new Overlay(name, manifests, SecretsAtHand.of(name, manifests));
    }

    List<String> faults() {
        return Rule.ALL.stream().flatMap(rule -> rule.faults(this)).distinct().toList();
    }

    Stream<Manifest> all(String... kinds) {
        return kinds.length == 0 ? manifests.stream() : manifests.stream().filter(manifest -> manifest.is(kinds));
    }

    Optional<Manifest> find(String kind, String name) {
        return all(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    Stream<Workload> workloads() {
        return all("StatefulSet", "Deployment", "Job").map(Workload::new);
    }

    /** Everything that runs: the Pods of workloads and those that operators make. */
    List<Pods> pods() {
        return Stream.concat(workloads().map(Workload::pods), all().flatMap(Pods::ofOperator))
                .toList();
    }

    /** The keys of a ConfigMap; empty if there is none. */
    Optional<Map<String, String>> configMap(String name) {
        return find("ConfigMap", name).map(map -> Manifest.texts(map.at("/data")));
    }

    /** The names of Services, with those that operators make, and their ports. */
    Map<String, Set<String>> services() {
        Map<String, Set<String>> services = new TreeMap<>();
        all("Service").forEach(service -> {
            Set<String> ports = services.computeIfAbsent(service.name(), name -> new TreeSet<>());
            Manifest.items(service.at("/spec/ports")).forEach(port -> {
                ports.add(port.path("port").asText());
                ports.add(port.path("name").asText());
            });
        });
        all("Kafka")
                .forEach(kafka -> services.put(
                        kafka.name() + "-kafka-bootstrap",
                        Set.copyOf(Manifest.items(kafka.at("/spec/kafka/listeners"))
                                .map(listener -> listener.path("port").asText())
                                .toList())));
        all("Cluster").forEach(cluster -> services.put(cluster.name() + "-rw", Set.of("5432")));
        return services;
    }
}
