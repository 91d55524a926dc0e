package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a document names exists: Secrets and ConfigMaps with their keys, accounts, volumes, ports, Services, targets. */
final class References implements Rule {

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.of(
                        overlay.workloads().flatMap(workload -> ofWorkload(workload, overlay)),
                        overlay.all("StatefulSet").flatMap(set -> ofGoverningService(set, overlay)),
                        overlay.all("Ingress").flatMap(ingress -> ofIngress(ingress, overlay)),
                        overlay.all("HorizontalPodAutoscaler").flatMap(scaler -> ofAutoscaler(scaler, overlay)),
                        unusedConfigMaps(overlay))
                .flatMap(faults -> faults);
    }

    private static Stream<String> ofWorkload(Workload workload, Overlay overlay) {
        Set<String> faults = new TreeSet<>();
        String account = workload.spec().path("serviceAccountName").asText();
        if (overlay.find("ServiceAccount", account).isEmpty()) {
            faults.add("there is no ServiceAccount " + account);
        }
        Set<String> volumes = new TreeSet<>();
        Stream.concat(
                        Manifest.items(workload.spec().path("volumes")),
                        Manifest.items(workload.manifest().at("/spec/volumeClaimTemplates"))
                                .map(claim -> claim.path("metadata")))
                .map(volume -> volume.path("name").asText())
                .filter(name -> !volumes.add(name))
                .forEach(name -> faults.add("has two volumes " + name));
        Set<String> mounted = new TreeSet<>();
        workload.containers().forEach(container -> {
            Manifest.items(container.path("volumeMounts"))
                    .map(mount -> mount.path("name").asText())
                    .forEach(mounted::add);
            Manifest.items(container.path("envFrom")).forEach(from -> {
                requireConfigMap(from.at("/configMapRef"), overlay, faults);
                requireSecret(from.at("/secretRef/name").asText(), overlay, faults);
            });
            Manifest.items(container.path("env")).forEach(variable -> {
                requireKey(variable.at("/valueFrom/secretKeyRef"), "key", overlay, faults);
                requireConfigMap(variable.at("/valueFrom/configMapKeyRef"), overlay, faults);
            });
            requirePorts(container, workload.pods().ports(), faults);
        });
        mounted.stream().filter(name -> !volumes.contains(name)).forEach(name -> faults.add("has no volume " + name));
        volumes.stream()
                .filter(name -> !mounted.contains(name))
                .forEach(name -> faults.add("mounts no volume " + name));
        Manifest.items(workload.spec().path("volumes")).forEach(volume -> {
            JsonNode secret = volume.path("secret");
            requireSecret(secret.path("secretName").asText(), overlay, faults);
            Manifest.items(secret.path("items"))
                    .forEach(item -> requireKey(secret.path("secretName").asText(), item.path("key"), overlay, faults));
            requireConfigMap(volume.path("configMap"), overlay, faults);
        });
        return faults.stream().map(fault -> workload.id() + ": " + fault);
    }

    private static void requireConfigMap(JsonNode reference, Overlay overlay, Set<String> faults) {
        if (reference.isMissingNode()) {
            return;
        }
        String name = reference.path("name").asText();
        var keys = overlay.configMap(name);
        if (keys.isEmpty()) {
            faults.add("there is no ConfigMap " + name);
        } else if (reference.has("key")
                && !keys.get().containsKey(reference.path("key").asText())) {
            faults.add("the ConfigMap " + name + " has no key "
                    + reference.path("key").asText());
        }
    }

    private static void requireSecret(String name, Overlay overlay, Set<String> faults) {
        if (!name.isEmpty() && !overlay.secrets().containsKey(name)) {
            faults.add("there is no Secret " + name);
        }
    }

    private static void requireKey(JsonNode reference, String member, Overlay overlay, Set<String> faults) {
        if (!reference.isMissingNode()) {
            requireSecret(reference.path("name").asText(), overlay, faults);
            requireKey(reference.path("name").asText(), reference.path(member), overlay, faults);
        }
    }

    private static void requireKey(String secret, JsonNode key, Overlay overlay, Set<String> faults) {
        if (overlay.secrets().containsKey(secret)
                && !overlay.secrets().get(secret).contains(key.asText())) {
            faults.add("the Secret " + secret + " has no key " + key.asText());
        }
    }

    private static void requirePorts(JsonNode container, Map<String, Integer> ports, Set<String> faults) {
        Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> container.path(probe).at("/httpGet/port"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(port -> !ports.containsKey(port))
                .forEach(port -> faults.add("has no port " + port));
    }

    private static Stream<String> ofGoverningService(Manifest set, Overlay overlay) {
        String name = set.at("/spec/serviceName").asText();
        return overlay.find("Service", name)
                        .filter(service ->
                                service.at("/spec/clusterIP").asText().equals("None"))
                        .isPresent()
                ? Stream.empty()
                : Stream.of(set.id() + ": there is no headless Service " + name);
    }

    private static Stream<String> ofIngress(Manifest ingress, Overlay overlay) {
        return Manifest.items(ingress.at("/spec/rules"))
                .flatMap(rule -> Manifest.items(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .filter(service -> !overlay.services()
                        .getOrDefault(service.path("name").asText(), Set.of())
                        .contains(service.at("/port/name").asText()))
                .map(service -> ingress.id() + ": there is no Service "
                        + service.path("name").asText() + " with a port "
                        + service.at("/port/name").asText());
    }

    private static Stream<String> ofAutoscaler(Manifest scaler, Overlay overlay) {
        JsonNode target = scaler.at("/spec/scaleTargetRef");
        String name = target.path("name").asText();
        var scaled = overlay.find(target.path("kind").asText(), name);
        if (scaled.isEmpty()) {
            return Stream.of(
                    scaler.id() + ": there is no " + target.path("kind").asText() + " " + name);
        }
        return scaled.get().at("/spec").has("replicas")
                ? Stream.of(scaler.id() + ": " + scaled.get().id()
                        + " says replicas too, and each apply would undo the scaling")
                : Stream.empty();
    }

    private static Stream<String> unusedConfigMaps(Overlay overlay) {
        String everything =
                overlay.workloads().map(workload -> workload.spec().toString()).reduce("", String::concat);
        return overlay.all("ConfigMap")
                .filter(map -> !everything.contains('"' + map.name() + '"'))
                .map(map -> map.id() + ": nothing uses it");
    }
}
