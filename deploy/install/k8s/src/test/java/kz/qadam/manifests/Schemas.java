package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The form of each document: of Kubernetes' own kinds by its models, of the operators' kinds by the schemas of their
 * resource definitions. Members that are unknown are refused.
 */
final class Schemas implements Rule {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private static final Map<String, List<String>> OWN_KINDS = Map.of(
            "v1", List.of("ConfigMap", "Namespace", "Secret", "Service", "ServiceAccount"),
            "apps/v1", List.of("Deployment", "StatefulSet"),
            "autoscaling/v2", List.of("HorizontalPodAutoscaler"),
            "batch/v1", List.of("Job"),
            "networking.k8s.io/v1", List.of("Ingress", "NetworkPolicy"),
            "policy/v1", List.of("PodDisruptionBudget"));

    @Override
    public Stream<String> faults(Overlay overlay) {
        return overlay.all().flatMap(manifest -> faults(manifest).map(fault -> manifest.id() + ": " + fault));
    }

    private static Stream<String> faults(Manifest manifest) {
        if (OWN_KINDS.getOrDefault(manifest.apiVersion(), List.of()).contains(manifest.kind())) {
            return KubernetesModel.faults(model(manifest), manifest.content()).stream();
        }
        String name = manifest.apiVersion().replace('/', '.') + "." + manifest.kind();
        if (Schemas.class.getResource("/schemas/" + name + ".json") == null) {
            return Stream.of("no schema is known for " + manifest.apiVersion());
        }
        return Stream.concat(
                KubernetesModel.faults(V1ObjectMeta.class, manifest.at("/metadata")).stream()
                        .map(fault -> "/metadata" + fault),
                READ
                        .computeIfAbsent(name, Schemas::read)
                        .validate(manifest.content().toString(), InputFormat.JSON)
                        .stream()
                        .map(error -> error.getInstanceLocation() + " " + error.getMessage()));
    }

    private static Class<?> model(Manifest manifest) {
        String version = manifest.apiVersion().substring(manifest.apiVersion().indexOf('/') + 1);
        try {
            return Class.forName("io.kubernetes.client.openapi.models." + version.replace('v', 'V') + manifest.kind());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema read(String name) {
        try (var file = Schemas.class.getResourceAsStream("/schemas/" + name + ".json")) {
            JsonNode schema = JSON.readTree(file);
            close(schema);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An API server drops members that a schema does not name; here they are refused. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.remove("type");
                object.putArray("type").add("integer").add("string");
            }
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
                object.put("additionalProperties", false);
            }
        }
        schema.forEach(Schemas::close);
    }
}
