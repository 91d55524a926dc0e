package kz.qadam.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak on 127.0.0.1, as in production: its programs, unpacked and prepared once, with a database of the suite's
 * PostgreSQL. It creates the realm from the repository's file at its first start; later changes of the file change
 * nothing.
 *
 * @param archive the distribution
 * @param home the directory of its programs
 * @param tls empty if it speaks plain HTTP
 */
record Keycloak(Path archive, Path realm, Path home, Ports ports, Optional<Tls> tls) {

    private static final String ADMINISTRATOR = "administrator";

    /** The distribution as Maven has fetched it. */
    static Path archiveIn(Path repository) {
        return repository.resolve("deploy/local/target/keycloak/keycloak.tar.gz");
    }

    static Path realmIn(Path repository) {
        return repository.resolve("deploy/install/keycloak/realm.json");
    }

    /** Unpacks and prepares the programs, unless this version is there. */
    void prepare(Path log) throws IOException {
        String version;
        try (var content = archived()) {
            version = Tar.root(content);
        }
        if (!Files.exists(preparedVersion())
                || !Files.readString(preparedVersion()).equals(version)) {
            Files.deleteIfExists(preparedVersion());
            Trees.delete(programs());
            Path fresh = home.resolve(version);
            Trees.delete(fresh);
            try (var content = archived()) {
                Tar.unpack(content, Files.createDirectories(home));
            }
            Files.move(fresh, programs());
            build(log);
            Files.writeString(preparedVersion(), version);
        }
        Path imports = Files.createDirectories(programs().resolve("data/import"));
        Files.copy(realm, imports.resolve("qadam-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Fixes the settings that Keycloak reads when it is built, so that it starts quickly. */
    private void build(Path log) throws IOException {
        var build = new ProcessBuilder(program(Jvm.command(), "build", "--db=postgres"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (Patience.exitCode(build.start()) != 0) {
            throw new CannotStart("Keycloak cannot be prepared, see " + log);
        }
    }

    List<String> command(List<String> jvm, Database database) {
        String address = ports.keycloakUri().toString();
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                // One process: a cluster would listen on all addresses of the machine.
                "--cache=local",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--hostname=" + address,
                "--db-url=" + database.url(),
                "--db-username=" + database.user()));
        arguments.addAll(channel());
        return program(jvm, arguments.toArray(String[]::new));
    }

    private List<String> channel() {
        return tls.map(secured -> List.of(
                        "--https-port=" + ports.keycloak(),
                        "--https-certificate-file=" + secured.certificates().of(Certificates.KEYCLOAK),
                        "--https-certificate-key-file=" + secured.certificates().keyOf(Certificates.KEYCLOAK)))
                .orElseGet(() -> List.of("--http-enabled=true", "--http-port=" + ports.keycloak()));
    }

    Map<String, String> environment(Database database, KeycloakSecrets secrets) throws IOException {
        Map<String, String> environment = new HashMap<>(secrets.environment());
        for (Service service : Service.values()) {
            environment.put(
                    "QADAM_%s_URL".formatted(service.name()), ports.uri(service).toString());
        }
        environment.put("QADAM_FRONT_URL", ports.frontUri().toString());
        environment.put("KC_DB_PASSWORD", database.password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.byName().get(KeycloakSecrets.ADMINISTRATOR));
        return environment;
    }

    /** Whether it has the realm and answers. */
    boolean answers() {
        try {
            return HealthProbe.statusOf(
                            URI.create(ports.provider() + "/.well-known/openid-configuration"),
                            tls.isPresent() ? Optional.of(tls.get().trust()) : Optional.empty())
                    == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Keycloak itself, not its script, which would stay between this process and Keycloak and swallow a kill. */
    private List<String> program(List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(jvm);
        Stream.of("java.util", "java.util.concurrent", "java.security", "java.lang")
                .forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dkc.home.dir=" + programs());
        command.add("-Djboss.server.config.dir=" + programs().resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Dquarkus-log-max-startup-records=10000");
        command.addAll(List.of("-cp", programs().resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of(arguments));
        return command;
    }

    private InputStream archived() throws IOException {
        return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
    }

    private Path programs() {
        return home.resolve("programs");
    }

    private Path preparedVersion() {
        return home.resolve("version");
    }
}
