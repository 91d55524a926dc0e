package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The AOT cache of a service (JEP 514), which a JVM of release 25 or later writes in a training run; it halves the
 * start time. A JVM that cannot use the file ignores it.
 */
record AotCache(Path jar) {

    private static final int SINCE = 25;

    static boolean isSupported() {
        return Runtime.version().feature() >= SINCE;
    }

    List<String> use() throws IOException {
        boolean fresh = isSupported()
                && Files.exists(file())
                && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) > 0;
        return fresh ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    List<String> learn() throws IOException {
        Files.deleteIfExists(file());
        return List.of("-XX:AOTCacheOutput=" + draft());
    }

    /** To be called after the trained service has stopped cleanly: only then is the file complete. */
    void keep() throws IOException {
        if (Files.exists(draft())) {
            Files.move(draft(), file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file() {
        return jar.resolveSibling("quarkus-run-%s.aot".formatted(Runtime.version()));
    }

    private Path draft() {
        return file().resolveSibling(file().getFileName() + ".draft");
    }
}
