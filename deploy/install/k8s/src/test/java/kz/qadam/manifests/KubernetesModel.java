package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a manifest as a model of Kubernetes' own Java client says, which is made from the API's description: a member that
 * the model does not know, one that it needs, and one of another type are faults.
 */
final class KubernetesModel {

    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]+)?([mkMGTP]|[KMGTP]i)?");

    /** What the models leave open, and the API does not. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "V1Container.imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"),
            "V1PodSpec.restartPolicy", Set.of("Always", "OnFailure", "Never"),
            "V1StatefulSetSpec.podManagementPolicy", Set.of("OrderedReady", "Parallel"),
            "V1TopologySpreadConstraint.whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway"),
            "V1NetworkPolicySpec.policyTypes", Set.of("Ingress", "Egress"),
            "V1NetworkPolicyPort.protocol", Set.of("TCP", "UDP", "SCTP"),
            "V1LabelSelectorRequirement.operator", Set.of("In", "NotIn", "Exists", "DoesNotExist"),
            "V1PersistentVolumeClaimSpec.accessModes",
                    Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
            "V1ServiceSpec.type", Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
            "V1HTTPIngressPath.pathType", Set.of("Exact", "Prefix", "ImplementationSpecific"));

    private final List<String> faults = new ArrayList<>();

    private KubernetesModel() {}

    static List<String> faults(Class<?> model, JsonNode content) {
        var reading = new KubernetesModel();
        reading.object(model, content, "");
        return reading.faults;
    }

    private void object(Class<?> model, JsonNode content, String path) {
        if (!content.isObject()) {
            faults.add(at(path) + "is no object");
            return;
        }
        Map<String, Field> members = members(model);
        content.properties().forEach(entry -> {
            Field member = members.get(entry.getKey());
            String memberPath = path + "/" + entry.getKey();
            if (member == null) {
                faults.add(at(memberPath) + "is unknown to " + model.getSimpleName());
            } else {
                value(
                        member.getGenericType(),
                        entry.getValue(),
                        memberPath,
                        model.getSimpleName() + "." + entry.getKey());
            }
        });
        for (String needed : required(model)) {
            if (!content.has(needed)) {
                faults.add(at(path + "/" + needed) + "is missing");
            }
        }
    }

    private void value(Type type, JsonNode content, String path, String member) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            boolean isList = generic.getRawType() == List.class;
            if (isList != content.isArray() || content.isValueNode()) {
                faults.add(at(path) + (isList ? "is no array" : "is no map"));
            } else if (isList) {
                for (int i = 0; i < content.size(); i++) {
                    value(element, content.get(i), path + "/" + i, member);
                }
            } else {
                content.properties()
                        .forEach(entry -> value(element, entry.getValue(), path + "/" + entry.getKey(), member));
            }
        } else if (type instanceof Class<?> model && model.getPackageName().endsWith(".models")) {
            object(model, content, path);
        } else if (!fits((Class<?>) type, content)) {
            faults.add(at(path) + "is no " + ((Class<?>) type).getSimpleName() + ": " + content);
        } else if (VALUES.containsKey(member) && !VALUES.get(member).contains(content.asText())) {
            faults.add(at(path) + "has no such value: " + content.asText());
        }
    }

    private static boolean fits(Class<?> type, JsonNode content) {
        if (type == String.class || type == OffsetDateTime.class || type == byte[].class) {
            return content.isTextual();
        }
        if (type == Boolean.class) {
            return content.isBoolean();
        }
        if (type == Integer.class || type == Long.class) {
            return content.isIntegralNumber();
        }
        if (type == Double.class) {
            return content.isNumber();
        }
        if (type == IntOrString.class) {
            return content.isTextual() || content.isIntegralNumber();
        }
        if (type == Quantity.class) {
            return (content.isTextual() || content.isNumber())
                    && QUANTITY.matcher(content.asText()).matches();
        }
        return type == Object.class;
    }

    private static Map<String, Field> members(Class<?> model) {
        Map<String, Field> members = new TreeMap<>();
        for (Field field : model.getDeclaredFields()) {
            var name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                members.put(name.value(), field);
            }
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> required(Class<?> model) {
        try {
            return (Set<String>) model.getField("openapiRequiredFields").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String at(String path) {
        return (path.isEmpty() ? "/" : path) + " ";
    }
}
