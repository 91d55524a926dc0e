package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.front.Front;

/** Starts the parts of the suite, each with its command, its environment and its log. */
final class Launches {

    private final Path repository;
    private final Installation files;
    private final Ports ports;
    private final Purpose purpose;
    private final Postgres postgres;
    private final Map<Service, Postgres> otherServers = new EnumMap<>(Service.class);
    private final KafkaNode kafka;
    private final ProcessLedger ledger;
    private final Optional<Tls> tls;

    Launches(Path repository, Installation files, Ports ports, Purpose purpose) throws IOException {
        this.repository = repository.toAbsolutePath().normalize();
        this.files = files;
        this.ports = ports;
        this.purpose = purpose;
        this.postgres = files.postgres(ports);
        this.kafka = files.kafka(ports);
        this.ledger = new ProcessLedger(files.ledger());
        this.tls = files.tls(ports);
    }

    ChildProcess postgres() throws IOException {
        Path log = files.log("postgres");
        postgres.prepare(log);
        return noted(ChildProcess.start(postgres.command(), Map.of(), log, "INT"));
    }

    ChildProcess kafka() throws IOException {
        kafka.format();
        Path settings = kafka.directory().resolve("server.properties");
        try (var out = Files.newBufferedWriter(settings)) {
            kafka.settings().store(out, null);
        }
        List<String> command = jvm("kafka");
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Broker.class.getName(), settings.toString()));
        return noted(ChildProcess.start(command, Map.of(), files.log("kafka"), "TERM"));
    }

    ChildProcess front() throws IOException {
        Path settings = files.directory().resolve("front.properties");
        FrontWiring.settings(ports, tls).write(settings);
        List<String> command = jvm("front");
        // The last of two limits holds.
        command.addAll(List.of(
                "-Xms16m",
                "-Xmn8m",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Front.class.getName(),
                settings.toString()));
        return noted(ChildProcess.start(command, Map.of(), files.log("front"), "TERM"));
    }

    ChildProcess keycloak() throws IOException {
        Path log = files.log("keycloak");
        Keycloak keycloak = files.keycloak(repository, ports);
        keycloak.prepare(log);
        Database database = postgres.roles("keycloak").owner();
        return noted(ChildProcess.start(
                keycloak.command(jvm("keycloak"), database),
                keycloak.environment(database, keycloakSecrets()),
                log,
                "KILL"));
    }

    /** The database of a service as its owner. */
    Database owner(Service service) throws IOException {
        return roles(service).owner();
    }

    private DatabaseRoles roles(Service service) throws IOException {
        return otherServers.getOrDefault(service, postgres).roles(service.code());
    }

    /** From its next start on, a service uses its database on another server. */
    void move(Service service, Postgres server) {
        otherServers.put(service, server);
    }

    ChildProcess service(Service service) throws IOException {
        return service(service, Map.of(), List.of());
    }

    /** A service with additional settings and options. */
    ChildProcess service(Service service, Map<String, String> settings, List<String> options) throws IOException {
        migrate(service);
        List<String> all = new ArrayList<>(startCache(service).use());
        all.addAll(options);
        return start(service, settings, all);
    }

    /** One of several instances of a service: it has these ports, and a name, a log and temporary files of its own. */
    ChildProcess instance(Service service, int number) throws IOException {
        String part = instanceName(service.module(), number);
        migrate(service);
        Map<String, String> environment = environment(service);
        environment.put("QADAM_INSTANCE", instanceName(service.code(), number));
        List<String> command = command(part, service, startCache(service).use());
        return noted(ChildProcess.start(command, environment, files.log(part), "KILL"));
    }

    static String instanceName(String service, int number) {
        return service + "-" + number;
    }

    /** A service in a training run, whose JVM writes the cache of its start when it ends. */
    ChildProcess trainee(Service service) throws IOException {
        return start(service, migrating(service), startCache(service).learn());
    }

    /** The same with the image of a service. */
    ChildProcess trainee(Service service, UntrainedImage image) throws IOException {
        Map<String, String> environment = environment(service);
        environment.putAll(migrating(service));
        return noted(ChildProcess.start(
                image.command(environment.keySet()), environment, files.log(service.module()), "TERM"));
    }

    private ChildProcess start(Service service, Map<String, String> settings, List<String> options) throws IOException {
        Map<String, String> environment = environment(service);
        environment.putAll(settings);
        List<String> command = command(service.module(), service, options);
        return noted(ChildProcess.start(command, environment, files.log(service.module()), "KILL"));
    }

    /**
     * Migrates the database of a service in a process of its own, which alone knows the owner's password, unless the service
     * as it is packaged has done so already.
     */
    private void migrate(Service service) throws IOException {
        var migrations = new Migrations(jar(service).getParent(), owner(service));
        if (!migratesApart() || migrations.areDone()) {
            return;
        }
        String part = service.module() + "-migration";
        Map<String, String> environment = environment(service);
        environment.putAll(migrating(service));
        environment.put("QUARKUS_INIT_AND_EXIT", "true");
        Path log = files.log(service.module());
        List<String> command = command(part, service, startCache(service).use());
        ChildProcess child = noted(ChildProcess.start(command, environment, log, "KILL"));
        if (Patience.exitCode(child.process()) != 0) {
            throw new CannotStart("The database of %s cannot be migrated, see %s".formatted(service.module(), log));
        }
        migrations.note();
    }

    /** The settings by which a service migrates its database itself. */
    private Map<String, String> migrating(Service service) throws IOException {
        return Map.of(
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "true",
                "QUARKUS_FLYWAY_PASSWORD",
                owner(service).password());
    }

    /** A second process of a service that restores its database, and ends. */
    ChildProcess restore(Service service, boolean anyway) throws IOException {
        migrate(service);
        return command(
                service,
                RestoredCommand.NAME,
                Map.of("QADAM_RESTORE_NOW", "true", "QADAM_RESTORE_ANYWAY", Boolean.toString(anyway)));
    }

    /** A second reporting-service process that only rebuilds the figures from its event log. */
    ChildProcess rebuild() throws IOException {
        return command(Service.REPORTING, "rebuild", Map.of("QADAM_REBUILD", "true"));
    }

    /**
     * A process that loads what the start of a service needs, and ends; its JVM writes the cache of the start then. Whatever
     * else runs has priority.
     *
     * @param part also the name of its log
     */
    ChildProcess learner(Service service, String part) throws IOException {
        List<String> command = command(part, service, startCache(service).learn());
        command.add(command.indexOf("-jar"), "-Dquarkus.init-and-exit=true");
        return noted(ChildProcess.start(
                ChildProcess.yielding(command), environmentBeside(service, part), files.log(part), "KILL"));
    }

    /** @param command also the name of its log */
    private ChildProcess command(Service service, String command, Map<String, String> settings) throws IOException {
        Map<String, String> environment = environmentBeside(service, command);
        environment.putAll(settings);
        return ChildProcess.start(
                command(command, service, startCache(service).use()), environment, files.log(command), "TERM");
    }

    /** The environment of another process of a service that runs. */
    private Map<String, String> environmentBeside(Service service, String command) throws IOException {
        Map<String, String> environment = environment(service);
        environment.put("QADAM_INSTANCE", service.code() + "-" + command);
        environment.put(
                "QADAM_RELEASES_COPIES", files.archive().resolve("releases").toString());
        environment.put("QUARKUS_HTTP_HOST_ENABLED", "false");
        environment.put("QUARKUS_MANAGEMENT_HOST_ENABLED", "false");
        return environment;
    }

    StartCache startCache(Service service) {
        return new StartCache(jar(service));
    }

    void requirePackaged() throws CannotStart {
        for (Service service : Service.values()) {
            if (!Files.exists(jar(service))) {
                throw new CannotStart(
                        "%s is not packaged: %s is missing. Package it: mvn package -DskipTests -pl %s -am"
                                .formatted(service.module(), jar(service), modules()));
            }
        }
        if (ports.hasKeycloak() && !Files.exists(Keycloak.archiveIn(repository))) {
            throw new CannotStart("Keycloak is missing. Fetch it: mvn -N dependency:copy@keycloak");
        }
    }

    /** The modules in the form of Maven's -pl option. */
    private static String modules() {
        return Stream.of(Service.values()).map(Service::module).collect(Collectors.joining(","));
    }

    /** Makes the secrets that several parts need, before these start at the same time. */
    void makeSecrets() throws IOException {
        files.secrets().issuer();
        if (ports.hasKeycloak()) {
            keycloakSecrets();
        }
        var identities = files.identities(ports);
        if (identities.isPresent()) {
            identities.get().prepare();
        }
    }

    private ChildProcess noted(ChildProcess child) throws IOException {
        ledger.add(child);
        return child;
    }

    private List<String> command(String part, Service service, List<String> options) throws IOException {
        List<String> command = jvm(part);
        command.addAll(options);
        command.addAll(List.of("-jar", jar(service).toString()));
        return command;
    }

    private List<String> jvm(String part) throws IOException {
        List<String> command = Jvm.command();
        command.add("-Djava.io.tmpdir=" + files.emptied(part));
        return command;
    }

    private Map<String, String> environment(Service service) throws IOException {
        DatabaseRoles roles = roles(service);
        Database database = isGrantedPrivileges() ? roles.service() : roles.owner();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.managementOf(service)));
        environment.putAll(FrontWiring.environment(ports, System.getenv()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("QUARKUS_FLYWAY_USERNAME", roles.owner().user());
        if (migratesApart()) {
            environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        } else {
            environment.putAll(migrating(service));
        }
        kafka.settingsOf(service).forEach((name, value) -> environment.put(KafkaNode.variable(name), value));
        environment.putAll(ports.hasKeycloak() ? provider() : localIssuer());
        tls.ifPresent(secured -> environment.putAll(secured.environment(service)));
        if (!profiles().isEmpty()) {
            environment.put("QUARKUS_PROFILE", String.join(",", profiles()));
        }
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QADAM_INSTANCE", instanceName(service.code(), 0));
        environment.put("QADAM_ARCHIVE_KEY", files.secrets().archive(service).toString());
        environment.putAll(purpose.archive());
        if (service == Service.ENROLMENT) {
            environment.put("QADAM_VAULT_KEYS", files.secrets().vault().toString());
            environment.put("QADAM_VAULT_SYNTHETIC_ONLY", String.valueOf(purpose.isTrial()));
            if (ports.hasKeycloak()) {
                environment.put(
                        "QADAM_ACCOUNTS_SECRET",
                        keycloakSecrets().secretOf("accounts").orElseThrow());
            }
        }
        if (service == Service.PROGRESS) {
            environment.put(
                    "QADAM_PLATFORM_ACCOUNTS_KEYS",
                    files.secrets().platformAccounts().toString());
        }
        if (service == Service.REPORTING) {
            environment.putAll(purpose.releases());
        } else {
            environment.put("QADAM_IMPORTS_KEYS", files.secrets().files(service).toString());
        }
        return environment;
    }

    /** Whether services of this source tree have a role of their own. In benchmarks, those of an earlier commit have not. */
    private boolean isGrantedPrivileges() {
        return Files.exists(repository.resolve("deploy/chassis/src/main/resources/db/chassis/afterMigrate.sql"));
    }

    /** Whether a service of this source tree can migrate and end. In benchmarks, one of an earlier commit cannot. */
    private boolean migratesApart() {
        return Files.exists(
                repository.resolve("deploy/chassis/src/main/java/kz/qadam/chassis/base/database/MigrationOnly.java"));
    }

    private Map<String, String> localIssuer() throws IOException {
        return Map.of(
                "QUARKUS_OIDC_PUBLIC_KEY", files.secrets().issuer().publicKey(),
                "QADAM_LOGIN_BY_TOKEN", String.valueOf(!Purpose.isOnServer(System.getenv())));
    }

    /** Keycloak as the provider of tokens, and of sessions for people, which serve all services. */
    private Map<String, String> provider() throws IOException {
        Map<String, String> provider = new HashMap<>(Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", ports.provider().toString(),
                "QADAM_LOGIN_ENABLED", "true",
                "QUARKUS_OIDC_STAFF_CREDENTIALS_SECRET",
                        keycloakSecrets().secretOf("pages").orElseThrow(),
                "QUARKUS_OIDC_STAFF_AUTHENTICATION_SCOPES", modules()));
        tls.ifPresent(secured -> provider.put(
                "QADAM_PROVIDER_AUTHORITY", secured.certificates().authority().toString()));
        return provider;
    }

    /** The profiles of the services' configuration that this suite needs. */
    private List<String> profiles() {
        List<String> profiles = new ArrayList<>();
        if (ports.hasKeycloak()) {
            profiles.add("keycloak");
        }
        if (ports.haveTls()) {
            profiles.add("tls");
        }
        if (ports.hasKeycloak() && ports.haveTls()) {
            profiles.add("authority");
        }
        return profiles;
    }

    private KeycloakSecrets keycloakSecrets() throws IOException {
        return files.secrets().keycloak(Files.readString(Keycloak.realmIn(repository)));
    }

    private Path jar(Service service) {
        return repository.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
