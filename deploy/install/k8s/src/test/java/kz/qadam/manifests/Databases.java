package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL as the services need it: a database with two roles for each, a synchronous standby and backups. */
final class Databases implements Rule {

    @Override
    public Stream<String> faults(Overlay overlay) {
        return Stream.concat(
                overlay.all("Cluster").flatMap(cluster -> ofCluster(cluster, overlay)),
                overlay.workloads()
                        .filter(workload -> workload.pods().labels().containsValue("keycloak"))
                        .flatMap(Workload::containers)
                        .filter(container -> !container
                                .path("image")
                                .asText()
                                .replaceAll("@.*", "")
                                .endsWith(":" + Versions.KEYCLOAK))
                        .map(container -> "Deployment/keycloak: its version is not " + Versions.KEYCLOAK));
    }

    private static Stream<String> ofCluster(Manifest cluster, Overlay overlay) {
        Set<String> faults = new TreeSet<>();
        if (!cluster.at("/spec/imageName").asText().contains(":" + Versions.POSTGRESQL.replaceAll("\\.0$", ""))) {
            faults.add(cluster.id() + ": its version is not that of " + Versions.POSTGRESQL);
        }
        if (!overlay.name().equals("trial")) {
            requireCopies(cluster, overlay, faults);
        }
        overlay.all("Database", "ScheduledBackup")
                .filter(manifest -> !manifest.at("/spec/cluster/name").asText().equals(cluster.name()))
                .forEach(manifest -> faults.add(manifest.id() + ": belongs to no Cluster of the overlay"));
        JsonNode roles = cluster.at("/spec/managed/roles");
        Manifest.items(roles).forEach(role -> {
            String secret = role.at("/passwordSecret/name").asText();
            if (!overlay.secrets().getOrDefault(secret, Set.of()).containsAll(Set.of("username", "password"))) {
                faults.add(cluster.id() + ": the role " + role.path("name").asText() + " has no Secret " + secret);
            }
            if (role.path("superuser").asBoolean()
                    || role.path("createrole").asBoolean()
                    || role.path("bypassrls").asBoolean()) {
                faults.add(cluster.id() + ": the role " + role.path("name").asText() + " may do too much");
            }
        });
        overlay.all("Database").forEach(database -> requireRoles(database, roles, faults));
        overlay.workloads()
                .filter(Workload::isService)
                .forEach(workload -> requireLogin(workload, roles, overlay, faults));
        return faults.stream();
    }

    private static void requireCopies(Manifest cluster, Overlay overlay, Set<String> faults) {
        JsonNode synchronous = cluster.at("/spec/postgresql/synchronous");
        if (cluster.at("/spec/instances").asInt() < 3
                || synchronous.path("number").asInt() < 1) {
            faults.add(cluster.id() + ": has no synchronous standby");
        }
        if (!synchronous.path("dataDurability").asText().equals("required")) {
            faults.add(cluster.id() + ": a commit does not wait for the standby");
        }
        if (overlay.all("ScheduledBackup").findAny().isEmpty()) {
            faults.add(cluster.id() + ": nothing backs it up");
        }
        Set<String> stores = Manifest.items(cluster.at("/spec/plugins"))
                .filter(plugin -> plugin.path("isWALArchiver").asBoolean())
                .map(plugin -> plugin.at("/parameters/barmanObjectName").asText())
                .collect(Collectors.toSet());
        if (overlay.all("ObjectStore").noneMatch(store -> stores.contains(store.name()))) {
            faults.add(cluster.id() + ": archives its log in no ObjectStore");
        }
        overlay.all("ObjectStore").forEach(store -> requireKept(store, overlay, faults));
    }

    /** A day lies between two backups, and one may fail. */
    private static void requireKept(Manifest store, Overlay overlay, Set<String> faults) {
        if (!store.at("/spec/retentionPolicy").asText().equals("33d")) {
            faults.add(store.id() + ": backups may be older than the 35 days of qadam.erasures.backups-are-kept");
        }
        Stream.of("accessKeyId", "secretAccessKey")
                .map(name -> store.at("/spec/configuration/s3Credentials").path(name))
                .filter(key -> !overlay.secrets()
                        .getOrDefault(key.path("name").asText(), Set.of())
                        .contains(key.path("key").asText()))
                .forEach(key -> faults.add(
                        store.id() + ": the Secret " + key.path("name").asText() + " has no key "
                                + key.path("key").asText()));
    }

    /** The owner owns the database; the role of the service owns nothing, and the owner is a member of it. */
    private static void requireRoles(Manifest database, JsonNode roles, Set<String> faults) {
        String service = database.at("/spec/name").asText();
        String owner = database.at("/spec/owner").asText();
        if (Manifest.named(roles, owner).isMissingNode()) {
            faults.add(database.id() + ": there is no role " + owner);
        }
        if (service.equals("keycloak")) {
            return;
        }
        if (!owner.equals(service + "_owner")) {
            faults.add(database.id() + ": the owner is not " + service + "_owner");
        }
        Set<String> groups = Manifest.items(Manifest.named(roles, owner).path("inRoles"))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        if (!groups.equals(Set.of(service))) {
            faults.add(database.id() + ": its owner is not a member of " + service + " alone");
        }
        if (!Manifest.named(roles, service).path("inRoles").isEmpty()) {
            faults.add(database.id() + ": the role of the service is a member of another one");
        }
        if (!database.at("/spec/databaseReclaimPolicy").asText().equals("retain")) {
            faults.add(database.id() + ": its data would be deleted with the resource");
        }
    }

    /** The password that is mounted is that of the role that the settings name. */
    private static void requireLogin(Workload workload, JsonNode roles, Overlay overlay, Set<String> faults) {
        workload.containers()
                .map(container -> workload.environment(container, overlay))
                .forEach(environment -> {
                    requireMounted(
                            workload,
                            roles,
                            environment.get("QUARKUS_DATASOURCE_USERNAME"),
                            "quarkus.datasource.password",
                            faults);
                    if (workload.manifest().is("Job")) {
                        requireMounted(
                                workload,
                                roles,
                                environment.get("QUARKUS_FLYWAY_USERNAME"),
                                "quarkus.flyway.password",
                                faults);
                    }
                });
        boolean knowsOwner = workload.spec().toString().contains("quarkus.flyway.password");
        if (knowsOwner && !workload.manifest().is("Job")) {
            faults.add(workload.id() + ": knows the password of the owner");
        }
    }

    private static void requireMounted(
            Workload workload, JsonNode roles, String user, String file, Set<String> faults) {
        String due = Manifest.named(roles, user).at("/passwordSecret/name").asText();
        boolean isMounted = Manifest.items(workload.spec().path("volumes"))
                .map(volume -> volume.path("secret"))
                .filter(secret -> secret.path("items").toString().contains('"' + file + '"'))
                .anyMatch(secret -> secret.path("secretName").asText().equals(due));
        if (!isMounted) {
            faults.add(workload.id() + ": " + file + " is not the password of " + user);
        }
    }
}
