package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory of the test backends: shared programs and keys, and a directory for each JVM, named by its process id,
 * which is deleted when the JVM ends.
 */
public final class TestHome {

    private TestHome() {}

    /** In the module's target directory, so that a clean build removes it. */
    static Path directory() {
        Path target = Path.of("target").toAbsolutePath();
        return Files.isDirectory(target)
                ? target.resolve("backends")
                : Path.of(System.getProperty("java.io.tmpdir"), "qadam-backends-" + System.getProperty("user.name"));
    }

    static InstallationSecrets secrets() {
        return new InstallationSecrets(directory().resolve("keys"));
    }

    /** The key with which a service seals the segments of its archive. */
    public static Path archiveKey() {
        try {
            return secrets().archive(Service.ENROLMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs with a short key: without the second compiler, a usual signature takes longer than most requests. */
    static Issuer issuer() throws IOException {
        return secrets().issuer(Issuer::createShort);
    }

    static Path binaries() {
        return directory().resolve("postgres");
    }

    static Path ofThisJvm() throws IOException {
        return Unprivileged.here()
                .create(directory()
                        .resolve("jvm")
                        .resolve(String.valueOf(ProcessHandle.current().pid())));
    }

    /** Removes the directories of killed JVMs, and ends their servers if they still run. */
    static void tidy() throws IOException {
        for (Path home : homes()) {
            long owner = Long.parseLong(home.getFileName().toString());
            if (ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isEmpty()) {
                Postgres.stray(home.resolve("postgres")).ifPresent(ProcessHandle::destroyForcibly);
                Trees.delete(home);
            }
        }
    }

    private static List<Path> homes() throws IOException {
        Path jvms = directory().resolve("jvm");
        if (!Files.isDirectory(jvms)) {
            return List.of();
        }
        try (var entries = Files.list(jvms)) {
            return entries.toList();
        }
    }
}
