package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What lets a service start in half of the time: of a JVM of release 25 or later an AOT cache (JEP 514), which it writes in
 * a training run; of an earlier one an archive of its classes (JEP 350), which is written while a suite runs. A JVM that
 * cannot use the file ignores it.
 */
record StartCache(Path jar) {

    private static final int AOT_SINCE = 25;
    private static final String DRAFT = ".draft";

    /** Whether a training run is worth its time. */
    static boolean isTrained() {
        return Runtime.version().feature() >= AOT_SINCE;
    }

    /** The options with which a service uses it; none if there is none of this build. */
    List<String> use() throws IOException {
        if (!isFresh()) {
            return List.of();
        }
        return isTrained() ? List.of("-XX:AOTCache=" + file()) : quietly("-XX:SharedArchiveFile=" + file());
    }

    /** The options with which a JVM writes the draft at its end. */
    List<String> learn() throws IOException {
        deleteDrafts();
        if (isTrained()) {
            Files.deleteIfExists(file());
            return List.of("-XX:AOTCacheOutput=" + draft());
        }
        return quietly("-XX:ArchiveClassesAtExit=" + draft());
    }

    /**
     * To be called after the service has ended cleanly: only then is the draft complete. One of an earlier build, which was
     * packaged when the JVM began, is not kept.
     */
    void keep() throws IOException {
        if (Files.exists(draft())) {
            Files.move(draft(), file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether there is one of this build. */
    boolean isFresh() throws IOException {
        return Files.exists(file()) && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /** The file that is locked by the process that learns. */
    Path claim() {
        return jar.resolveSibling("learning.lock");
    }

    /** The JVM would name each class that it leaves out. */
    private static List<String> quietly(String option) {
        return List.of("-Xlog:cds*=error", option);
    }

    private Path file() {
        return jar.resolveSibling("quarkus-run-%s.%s".formatted(Runtime.version(), isTrained() ? "aot" : "jsa"));
    }

    /** Of this build alone. */
    private Path draft() throws IOException {
        return file().resolveSibling("%s.%d%s"
                .formatted(file().getFileName(), Files.getLastModifiedTime(jar).toMillis(), DRAFT));
    }

    private void deleteDrafts() throws IOException {
        String drafts = file().getFileName() + ".*" + DRAFT;
        try (var left = Files.newDirectoryStream(jar.getParent(), drafts)) {
            for (Path draft : left) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
