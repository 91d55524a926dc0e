package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The files of one installation: data, keys, logs. They remain after the processes end. */
record Installation(Path directory) {

    Installation {
        directory = directory.toAbsolutePath().normalize();
    }

    /** The installation in the source tree, unless the variable {@code QADAM_DATA} names another directory. */
    static Installation chosenBy(Map<String, String> environment, Command command) {
        String elsewhere = environment.getOrDefault("QADAM_DATA", "");
        return new Installation(
                elsewhere.isBlank()
                        ? command.repository()
                                .resolve("deploy/local")
                                .resolve(command.purpose().directory())
                        : Path.of(elsewhere));
    }

    /** Reserves the installation for this purpose. */
    void dedicate(Purpose purpose) throws IOException {
        Optional<Purpose> served = served();
        if (served.isEmpty()) {
            Unprivileged.here().create(directory);
            Files.writeString(purpose(), purpose.code());
            Trees.flush(purpose());
            Trees.flush(directory);
        } else if (served.get() != purpose) {
            throw new CannotStart("%s holds the data of another purpose, %s: choose another directory by QADAM_DATA."
                    .formatted(directory, served.get().code()));
        }
    }

    /** Deletes all its data, unless it is in use or has another purpose. */
    void reset(Purpose purpose) throws IOException {
        if (InstallationLock.holder(lockFile()).isPresent()) {
            throw new CannotStart("Qadam runs on the data of %s: stop it first.".formatted(directory));
        }
        if (served().isPresent()) {
            dedicate(purpose);
            Trees.delete(directory);
        }
    }

    /** The purpose of its data; empty if there are none. Data without a recorded purpose are for use. */
    private Optional<Purpose> served() throws IOException {
        if (!Files.exists(purpose())) {
            return Files.exists(directory.resolve("postgres")) ? Optional.of(Purpose.USE) : Optional.empty();
        }
        String code = Files.readString(purpose());
        return Arrays.stream(Purpose.values())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private Path purpose() {
        return directory.resolve("purpose");
    }

    InstallationSecrets secrets() {
        return new InstallationSecrets(directory.resolve("keys"));
    }

    Postgres postgres(Ports ports) throws IOException {
        Path home = directory.resolve("postgres");
        return Postgres.durable(
                home.resolve("programs"),
                home,
                ports.postgres(),
                tls(ports).map(Tls::postgres),
                new Backups(directory.resolve("keys/backup.conf")));
    }

    KafkaNode kafka(Ports ports) {
        return new KafkaNode(
                directory.resolve("kafka"),
                ports.kafka(),
                ports.kafkaController(),
                identities(ports).map(known -> known.kafka(ports.kafkaInternal(), ports.haveTls())));
    }

    /** The certificates and passwords of a suite whose parts speak TLS; empty if those of this one do not. */
    Optional<Tls> tls(Ports ports) {
        return ports.haveTls() ? identities(ports) : Optional.empty();
    }

    /** The same for a suite whose Kafka accepts nobody whom it does not know; empty if it accepts everybody. */
    Optional<Tls> identities(Ports ports) {
        Path keys = directory.resolve("keys");
        return ports.protectKafka()
                ? Optional.of(
                        new Tls(new Certificates(keys.resolve("tls")), new InstallationSecrets(keys.resolve("kafka"))))
                : Optional.empty();
    }

    /** Lets the HTTP clients of this JVM trust the services of a suite with these ports, and nobody else if they speak TLS. */
    void trust(Ports ports) throws IOException {
        Optional<Tls> tls = tls(ports);
        if (tls.isPresent()) {
            tls.get().trustByDefault();
        }
    }

    Keycloak keycloak(Path repository, Ports ports) {
        return new Keycloak(
                Keycloak.archiveIn(repository),
                Keycloak.realmIn(repository),
                directory.resolve("keycloak"),
                ports,
                tls(ports));
    }

    /** Who issues the tokens of a suite with these ports. */
    TokenSource tokens(Ports ports) throws IOException {
        return ports.hasKeycloak()
                ? new KeycloakTokens(ports.provider(), secrets().keycloak(), trust(tls(ports)))
                : secrets().issuer();
    }

    private static SSLContext trust(Optional<Tls> tls) throws IOException {
        try {
            return tls.isPresent() ? tls.get().trust() : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no TLS", e);
        }
    }

    /** Who issues the tokens of the suite that runs now; without one, of a suite without Keycloak. */
    TokenSource tokens() throws IOException {
        Optional<Ports> running = InstallationLock.holder(lockFile());
        return running.isPresent() ? tokens(running.get()) : secrets().issuer();
    }

    Path lockFile() {
        return directory.resolve("running");
    }

    /** The journal of the loaded demo. */
    Path demo() {
        return directory.resolve("demo");
    }

    /** The copy of the archive that the launcher keeps. */
    Path archive() {
        return directory.resolve("archive");
    }

    Path ledger() {
        return directory.resolve("pids");
    }

    Path log(String part) throws IOException {
        return Files.createDirectories(directory.resolve("logs")).resolve(part + ".log");
    }

    /**
     * An empty directory for the temporary files of a part that is about to start. Files of an earlier process that was
     * killed, such as native libraries, are deleted now.
     */
    Path emptied(String part) throws IOException {
        Path temporary = directory.resolve("temporary").resolve(part);
        Trees.delete(temporary);
        return Files.createDirectories(temporary);
    }

    /** Starts empty logs; the previous ones are kept under another name. */
    void turnOver(List<String> parts) throws IOException {
        for (String part : parts) {
            if (Files.exists(log(part))) {
                Files.move(log(part), log(part + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
