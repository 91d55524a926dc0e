package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The profile "restricted" of Kubernetes, a file system that is only read, limits, and no secret in a document. */
final class Security implements Rule {

    private static final Pattern IMAGE = Pattern.compile("[a-z0-9./-]+:[0-9][0-9A-Za-z.-]*(@sha256:[0-9a-f]{64})?");

    /** Keycloak writes into its own directory when it starts. */
    private static final String WRITES = "keycloak";

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.of(
                        overlay.workloads().flatMap(Security::ofWorkload),
                        overlay.all("Kafka", "KafkaNodePool").flatMap(Security::ofStrimzi),
                        imagesWithTwoTags(overlay),
                        overlay.all("Secret").map(secret -> secret.id() + ": no secret is part of an overlay"),
                        overlay.all("Service")
                                .filter(service -> !service.at("/spec/type")
                                        .asText("ClusterIP")
                                        .equals("ClusterIP"))
                                .map(service -> service.id() + ": opens a port outside the cluster"),
                        overlay.all("Ingress")
                                .filter(ingress -> ingress.at("/spec/tls").isEmpty())
                                .map(ingress -> ingress.id() + ": without TLS"),
                        overlay.all("ConfigMap").flatMap(Security::ofConfigMap),
                        overlay.all("Namespace")
                                .filter(namespace -> !Manifest.texts(namespace.at("/metadata/labels"))
                                        .getOrDefault("pod-security.kubernetes.io/enforce", "")
                                        .equals("restricted"))
                                .map(namespace -> namespace.id() + ": does not enforce the profile restricted"))
                .flatMap(faults -> faults);
    }

    private static Stream<String> ofWorkload(Workload workload) {
        List<String> faults = new ArrayList<>();
        JsonNode spec = workload.spec();
        JsonNode pod = spec.path("securityContext");
        require(faults, pod.path("runAsNonRoot").asBoolean(), "may run as root");
        require(faults, pod.path("runAsUser").asInt() >= 1000, "runs as a user of the system");
        require(faults, pod.at("/seccompProfile/type").asText().equals("RuntimeDefault"), "has no seccomp profile");
        require(faults, !spec.path("automountServiceAccountToken").asBoolean(true), "gets a token of the API server");
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(faults, !spec.path(shared).asBoolean(), "shares " + shared);
        }
        Manifest.items(spec.path("volumes")).forEach(volume -> {
            require(faults, !volume.has("hostPath"), "mounts a directory of the node");
            JsonNode secret = volume.path("secret");
            require(
                    faults,
                    secret.isMissingNode() || secret.path("defaultMode").asInt() == 0440,
                    "lets others read the files of the Secret "
                            + secret.path("secretName").asText());
        });
        workload.containers().forEach(container -> ofContainer(container, faults));
        return faults.stream().map(fault -> workload.id() + ": " + fault);
    }

    private static void ofContainer(JsonNode container, List<String> faults) {
        JsonNode context = container.path("securityContext");
        require(faults, !context.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges");
        require(faults, !context.path("privileged").asBoolean(), "is privileged");
        require(
                faults,
                context.path("readOnlyRootFilesystem").asBoolean()
                        || container.path("name").asText().equals(WRITES),
                "may write into its image");
        require(faults, context.at("/capabilities/drop/0").asText().equals("ALL"), "keeps capabilities");
        require(faults, context.at("/capabilities/add").isEmpty(), "adds capabilities");
        require(
                faults,
                !context.has("runAsUser") || context.path("runAsUser").asInt() >= 1000,
                "runs as a user of the system");
        require(faults, container.at("/resources/requests").has("cpu"), "requests no CPU");
        require(faults, container.at("/resources/requests").has("memory"), "requests no memory");
        require(faults, container.at("/resources/limits").has("memory"), "has no limit of memory");
        String image = container.path("image").asText();
        require(faults, IMAGE.matcher(image).matches(), "has an image without a version: " + image);
        Manifest.items(container.path("volumeMounts"))
                .filter(mount -> mount.path("mountPath").asText().startsWith("/etc/"))
                .forEach(mount -> require(
                        faults,
                        mount.path("readOnly").asBoolean(),
                        "may write to " + mount.path("mountPath").asText()));
        Manifest.items(container.path("env"))
                .filter(variable ->
                        variable.has("value") && isSecret(variable.path("name").asText()))
                .forEach(variable ->
                        faults.add("has a secret in " + variable.path("name").asText()));
    }

    /** Strimzi makes containers that the profile restricted does not admit, unless the resource says more. */
    private static Stream<String> ofStrimzi(Manifest resource) {
        JsonNode template =
                resource.is("Kafka") ? resource.at("/spec/entityOperator/template") : resource.at("/spec/template");
        List<String> containers = resource.is("Kafka")
                ? List.of("topicOperatorContainer", "userOperatorContainer")
                : List.of("kafkaContainer");
        List<String> faults = new ArrayList<>();
        JsonNode pod = template.at("/pod/securityContext");
        require(faults, pod.path("runAsNonRoot").asBoolean(), "may run as root");
        require(faults, pod.at("/seccompProfile/type").asText().equals("RuntimeDefault"), "has no seccomp profile");
        for (String container : containers) {
            JsonNode context = template.path(container).path("securityContext");
            require(
                    faults,
                    !context.path("allowPrivilegeEscalation").asBoolean(true),
                    container + " may gain privileges");
            require(
                    faults,
                    context.at("/capabilities/drop/0").asText().equals("ALL"),
                    container + " keeps capabilities");
        }
        return faults.stream().map(fault -> resource.id() + ": " + fault);
    }

    private static Stream<String> ofConfigMap(Manifest map) {
        return Manifest.texts(map.at("/data")).keySet().stream()
                .filter(Security::isSecret)
                .map(name -> map.id() + ": has a secret in " + name);
    }

    private static boolean isSecret(String name) {
        return name.matches(".*(PASSWORD|CREDENTIALS|JAAS).*|.*_SECRET");
    }

    private static Stream<String> imagesWithTwoTags(Overlay overlay) {
        List<String> tags = overlay.workloads()
                .flatMap(Workload::containers)
                .map(container -> container.path("image").asText())
                .filter(image -> image.contains("qadam/"))
                .map(image -> image.substring(image.lastIndexOf(':') + 1))
                .distinct()
                .toList();
        return tags.size() == 1 ? Stream.empty() : Stream.of("the images of the services have the versions " + tags);
    }

    private static void require(List<String> faults, boolean isFulfilled, String fault) {
        if (!isFulfilled) {
            faults.add(fault);
        }
    }
}
