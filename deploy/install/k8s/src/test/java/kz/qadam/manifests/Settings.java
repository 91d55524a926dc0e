package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of the services: each is one that the code or Quarkus knows, with a value of its type and files that exist. */
final class Settings implements Rule {

    private static final String SECRETS = "QADAM_SECRETS";

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.concat(
                overlay.workloads().filter(Workload::isService).flatMap(workload -> ofService(workload, overlay)),
                overlay.workloads()
                        .filter(workload -> workload.pods().labels().containsValue("keycloak"))
                        .flatMap(workload -> ofKeycloak(workload, overlay)));
    }

    private static Stream<String> ofService(Workload workload, Overlay overlay) {
        List<String> faults = new ArrayList<>();
        workload.containers().forEach(container -> {
            Map<String, String> environment = workload.environment(container, overlay);
            Set<String> files = workload.mountedFiles(container, overlay);
            environment.keySet().stream()
                    .filter(name -> !KnownSettings.ALL.hasVariable(name))
                    .forEach(name -> faults.add("there is no setting " + name));
            faults.addAll(KnownSettings.ALL.invalidValues(environment));
            faults.addAll(QadamSettings.faults(module(container), environment));
            List<String> directories =
                    List.of(environment.getOrDefault(SECRETS, "").split(",", -1));
            directories.stream()
                    .filter(directory -> !files.contains(directory))
                    .forEach(directory -> faults.add(SECRETS + " names " + directory + ", which is not mounted"));
            files.stream()
                    .filter(file -> directories.contains(file.substring(0, file.lastIndexOf('/'))))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .filter(name -> !KnownSettings.ALL.hasProperty(name))
                    .forEach(name -> faults.add("there is no setting " + name));
            if (!workload.manifest().is("Job")) {
                namedFiles(environment)
                        .filter(file -> !files.contains(file))
                        .forEach(file -> faults.add("a setting names " + file + ", which is not mounted"));
                requireNameAndPorts(container, environment, faults);
            }
            serverOf(environment)
                    .filter(server -> !isReached(server, overlay))
                    .forEach(server -> faults.add("a setting names " + server + ", which no Service has"));
        });
        return faults.stream().map(fault -> workload.id() + ": " + fault);
    }

    /** The module whose image a container has. */
    private static String module(JsonNode container) {
        return container.path("image").asText().replaceAll("^.*qadam/|:.*$", "");
    }

    private static Stream<String> namedFiles(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(setting -> !setting.getKey().equals(SECRETS))
                .map(Map.Entry::getValue)
                .flatMap(value -> Stream.of(value.split("[=?&]", -1)))
                .filter(value -> value.startsWith("/etc/qadam/"));
    }

    private static Stream<String> serverOf(Map<String, String> environment) {
        return Stream.of("QUARKUS_DATASOURCE_JDBC_URL", "KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_OIDC_AUTH_SERVER_URL")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .map(value -> value.replaceAll("^.*//", "").replaceAll("[/?].*$", ""));
    }

    /** On one machine, Kafka and PostgreSQL have these names without a Service. */
    private static boolean isReached(String server, Overlay overlay) {
        String[] hostAndPort = server.split(":", 2);
        return overlay.name().equals("cluster")
                || overlay.services().getOrDefault(hostAndPort[0], Set.of()).contains(hostAndPort[1]);
    }

    private static void requireNameAndPorts(JsonNode container, Map<String, String> environment, List<String> faults) {
        JsonNode name = Manifest.named(container.path("env"), "QADAM_INSTANCE");
        if (!name.at("/valueFrom/fieldRef/fieldPath").asText().equals("metadata.name")) {
            faults.add("QADAM_INSTANCE is not the name of the Pod");
        }
        Map.of("http", "QUARKUS_HTTP_PORT", "management", "QUARKUS_MANAGEMENT_PORT")
                .forEach((port, setting) -> {
                    String number = Manifest.named(container.path("ports"), port)
                            .path("containerPort")
                            .asText();
                    if (!number.equals(environment.get(setting))) {
                        faults.add("the port " + port + " is not that of " + setting);
                    }
                });
        if (!environment.getOrDefault("QUARKUS_MANAGEMENT_HOST", "").equals("0.0.0.0")) {
            faults.add("nobody reaches the management port");
        }
    }

    private static Stream<String> ofKeycloak(Workload workload, Overlay overlay) {
        Set<String> wanted = Placeholders.ofRealm();
        return workload.containers()
                .flatMap(container -> {
                    List<String> faults = new ArrayList<>();
                    Set<String> names = workload.environment(container, overlay).keySet();
                    Set<String> secrets = overlay.secrets().getOrDefault("keycloak-realm", Set.of());
                    boolean importsRealm = Manifest.items(container.path("args"))
                            .anyMatch(argument -> argument.asText().equals("--import-realm"));
                    if (importsRealm) {
                        wanted.stream()
                                .filter(name -> !names.contains(name) && !secrets.contains(name))
                                .forEach(name -> faults.add("the realm wants " + name));
                    }
                    Stream.concat(names.stream(), importsRealm ? secrets.stream() : Stream.empty())
                            .filter(name -> name.startsWith("QADAM_") && !wanted.contains(name))
                            .forEach(name -> faults.add("the realm does not want " + name));
                    return faults.stream();
                })
                .map(fault -> workload.id() + ": " + fault);
    }
}
