package kz.qadam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a JVM of release 25 or later learned of a service in an earlier run (JEP 514), which halves its start. The first
 * run on a new jar learns, and writes it down when it is stopped; a JVM that cannot use the file does without.
 */
record AotCache(Path file, Path jar) {

    private static final int SINCE = 25;

    List<String> options() throws IOException {
        if (Runtime.version().feature() < SINCE) {
            return List.of();
        }
        if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return List.of("-XX:AOTCache=" + file);
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.deleteIfExists(unproven());
        return List.of("-XX:AOTCacheOutput=" + unproven());
    }

    /** To be called when the service has ended in good order: only then is the file complete. */
    void keep() {
        try {
            if (Files.exists(unproven())) {
                Files.move(unproven(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unproven() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
