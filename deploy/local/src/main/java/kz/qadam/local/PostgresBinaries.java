package kz.qadam.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from their jar. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks under a temporary name and renames the directory when it is complete, so that a second process finds all
     * files.
     */
    static Path unpackedIn(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Unprivileged.here().create(directory.toAbsolutePath().getParent());
        Path fresh = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "unpacking");
        makeReadable(fresh);
        unpack(fresh);
        try {
            Files.move(fresh, directory);
        } catch (IOException e) {
            Trees.delete(fresh);
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        return directory;
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            directory(file);
            return;
        }
        directory(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Creates a readable directory whatever the umask is, since PostgreSQL may run as another user. */
    private static void directory(Path directory) throws IOException {
        for (Path created : Trees.create(directory)) {
            makeReadable(created);
        }
    }

    private static void makeReadable(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = "amd64 x86_64".contains(System.getProperty("os.arch")) ? "x86_64" : "arm_64";
        String name = "/postgres-%s-%s.txz".formatted(system, processor);
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("No PostgreSQL for this machine: " + name + " is not on the class path");
        }
        return archive;
    }
}
