package kz.qadam.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services reach the provider of tokens by TLS and know its certificate, the session of a person travels by TLS alone,
 * and nobody outside reaches the provider's administration.
 */
final class Provider implements Rule {

    private static final String ADDRESS = "QUARKUS_OIDC_AUTH_SERVER_URL";
    private static final String AUTHORITY = "QADAM_PROVIDER_AUTHORITY";
    private static final String SECURE = "QUARKUS_OIDC_STAFF_AUTHENTICATION_COOKIE_FORCE_SECURE";

    private static final Set<String> PUBLIC = Set.of("/realms/qadam/", "/resources/");

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.concat(
                overlay.workloads()
                        .filter(workload ->
                                workload.isService() && !workload.manifest().is("Job"))
                        .flatMap(workload -> workload.containers()
                                .map(container -> workload.environment(container, overlay))
                                .flatMap(environment -> ofService(environment, overlay))
                                .map(fault -> workload.id() + ": " + fault)),
                overlay.all("Ingress").flatMap(Provider::ofIngress));
    }

    private static Stream<String> ofService(Map<String, String> environment, Overlay overlay) {
        String address = environment.getOrDefault(ADDRESS, "");
        if (address.isEmpty()) {
            return Stream.empty();
        }
        boolean isKnown =
                List.of(environment.getOrDefault("QUARKUS_PROFILE", "").split(",", -1))
                                .contains("authority")
                        && environment.containsKey(AUTHORITY);
        boolean isPublic = overlay.all("Ingress").findAny().isPresent();
        return Stream.of(
                        address.startsWith("https://") ? "" : "reaches the provider in plain",
                        isKnown ? "" : "believes every authority about the provider",
                        isPublic && !"true".equals(environment.get(SECURE))
                                ? "lets the session of a person travel in plain"
                                : "")
                .filter(fault -> !fault.isEmpty());
    }

    private static Stream<String> ofIngress(Manifest ingress) {
        return Manifest.items(ingress.at("/spec/rules"))
                .flatMap(rule -> Manifest.items(rule.at("/http/paths")))
                .filter(path -> path.at("/backend/service/name").asText().equals("keycloak"))
                .map(path -> path.path("path").asText())
                .filter(path -> !PUBLIC.contains(path))
                .map(path -> ingress.id() + ": makes " + path + " of the provider public");
    }
}
