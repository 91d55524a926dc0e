package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Selectors select what they mean: a workload its own Pods, a Service Pods that have its ports, a budget one workload. */
final class Selectors implements Rule {

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.of(
                        overlay.all("StatefulSet", "Deployment").flatMap(workload -> ofWorkload(workload, overlay)),
                        overlay.all("PodDisruptionBudget").flatMap(budget -> ofBudget(budget, overlay)),
                        withoutBudget(overlay),
                        overlay.all("Service").flatMap(service -> ofService(service, overlay)),
                        overlay.all("ServiceMonitor").flatMap(monitor -> ofServiceMonitor(monitor, overlay)),
                        overlay.all("PodMonitor").flatMap(monitor -> ofPodMonitor(monitor, overlay)),
                        twice(overlay))
                .flatMap(faults -> faults);
    }

    private static List<Pods> selected(JsonNode selector, Overlay overlay) {
        return overlay.pods().stream()
                .filter(pods -> pods.isSelectedBy(selector))
                .toList();
    }

    private static Stream<String> ofWorkload(Manifest workload, Overlay overlay) {
        List<String> names = selected(workload.at("/spec/selector"), overlay).stream()
                .map(Pods::name)
                .toList();
        return names.equals(List.of(workload.name()))
                ? Stream.empty()
                : Stream.of(workload.id() + ": its selector selects the Pods of " + names);
    }

    private static Stream<String> ofBudget(Manifest budget, Overlay overlay) {
        int count = selected(budget.at("/spec/selector"), overlay).size();
        return count == 1 ? Stream.empty() : Stream.of(budget.id() + ": selects the Pods of " + count + " workloads");
    }

    private static Stream<String> withoutBudget(Overlay overlay) {
        return overlay.workloads()
                .filter(workload -> !workload.manifest().is("Job"))
                .filter(workload -> overlay.all("PodDisruptionBudget")
                        .noneMatch(budget -> workload.pods().isSelectedBy(budget.at("/spec/selector"))))
                .map(workload -> workload.id() + ": no PodDisruptionBudget selects its Pods");
    }

    private static Stream<String> ofService(Manifest service, Overlay overlay) {
        var selector = JsonNodeFactory.instance.objectNode();
        selector.set("matchLabels", service.at("/spec/selector"));
        List<Pods> pods = selected(selector, overlay);
        if (service.at("/spec/selector").isEmpty() || pods.isEmpty()) {
            return Stream.of(service.id() + ": selects no Pods");
        }
        return Manifest.items(service.at("/spec/ports"))
                .map(port -> port.path("targetPort").asText())
                .flatMap(port -> pods.stream()
                        .filter(some -> !some.ports().containsKey(port))
                        .map(some -> service.id() + ": the Pods of " + some.name() + " have no port " + port));
    }

    private static Stream<String> ofServiceMonitor(Manifest monitor, Overlay overlay) {
        List<Manifest> services = overlay.all("Service")
                .filter(service -> new Pods(service.name(), Manifest.texts(service.at("/metadata/labels")), null)
                        .isSelectedBy(monitor.at("/spec/selector")))
                .toList();
        if (services.isEmpty()) {
            return Stream.of(monitor.id() + ": selects no Service");
        }
        return Manifest.items(monitor.at("/spec/endpoints"))
                .map(endpoint -> endpoint.path("port").asText())
                .flatMap(port -> services.stream()
                        .filter(service ->
                                Manifest.named(service.at("/spec/ports"), port).isMissingNode())
                        .map(service -> monitor.id() + ": " + service.id() + " has no port " + port));
    }

    private static Stream<String> ofPodMonitor(Manifest monitor, Overlay overlay) {
        List<Pods> pods = selected(monitor.at("/spec/selector"), overlay);
        if (pods.isEmpty()) {
            return Stream.of(monitor.id() + ": selects no Pods");
        }
        return Manifest.items(monitor.at("/spec/podMetricsEndpoints"))
                .map(endpoint -> endpoint.path("port").asText())
                .flatMap(port -> pods.stream()
                        .filter(some -> !some.ports().containsKey(port))
                        .map(some -> monitor.id() + ": the Pods of " + some.name() + " have no port " + port));
    }

    /** kustomize refuses two documents with one name; operators' Services and Secrets it does not know. */
    private static Stream<String> twice(Overlay overlay) {
        Set<String> seen = new TreeSet<>();
        return overlay.all()
                .filter(manifest -> !seen.add(manifest.apiVersion() + manifest.id()))
                .map(manifest -> manifest.id() + ": is there twice");
    }
}
