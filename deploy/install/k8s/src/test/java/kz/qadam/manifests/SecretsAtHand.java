package kz.qadam.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The Secrets that exist where an overlay is applied, with their keys. */
final class SecretsAtHand {

    private static final Set<String> OF_A_USER = Set.of("password", "sasl.jaas.config");
    private static final Set<String> OF_AN_AUTHORITY = Set.of("ca.crt");
    private static final Map<String, List<Manifest>> MADE = new ConcurrentHashMap<>();

    private SecretsAtHand() {}

    static Map<String, Set<String>> of(String overlay, List<Manifest> manifests) {
        Map<String, Set<String>> secrets = new TreeMap<>();
        for (Manifest secret : made(overlay)) {
            secrets.put(secret.name(), Manifest.texts(secret.at("/stringData")).keySet());
        }
        for (Manifest manifest : manifests) {
            switch (manifest.kind()) {
                case "KafkaUser" -> secrets.put(prefix(manifests) + manifest.name(), OF_A_USER);
                case "Kafka" -> secrets.put(manifest.name() + "-cluster-ca-cert", OF_AN_AUTHORITY);
                case "Cluster" -> secrets.put(manifest.name() + "-ca", OF_AN_AUTHORITY);
                case "Ingress" ->
                    // An administrator or cert-manager keeps it.
                    Manifest.items(manifest.at("/spec/tls"))
                            .forEach(tls -> secrets.put(tls.path("secretName").asText(), Set.of("tls.crt", "tls.key")));
                default -> {}
            }
        }
        if (overlay.equals("cluster")) {
            // deploy/install/cluster makes them, since it runs Kafka and PostgreSQL without operators.
            List.of("enrolment", "progress", "reporting").forEach(user -> secrets.put("kafka-" + user, OF_A_USER));
            secrets.put("qadam-cluster-ca-cert", OF_AN_AUTHORITY);
            secrets.put("postgres-ca", OF_AN_AUTHORITY);
            secrets.put("issuer", Set.of("public-key"));
        }
        return secrets;
    }

    /** What the script prints for an overlay. */
    static List<Manifest> made(String overlay) {
        return MADE.computeIfAbsent(overlay, Kustomize::secrets);
    }

    private static String prefix(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.is("Kafka"))
                .map(kafka -> kafka.at("/spec/entityOperator/userOperator/secretPrefix")
                        .asText())
                .findFirst()
                .orElse("");
    }
}
