package kz.qadam.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks tar archives. */
final class Tar {

    private Tar() {}

    /** Unpacks an archive; its directories are readable for all users whatever the umask is. */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    /** The outermost directory of the first entry. */
    static String root(InputStream archive) throws IOException {
        try (var tar = new TarArchiveInputStream(archive)) {
            return Path.of(tar.getNextEntry().getName()).normalize().getName(0).toString();
        }
    }

    static void makeReadable(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
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

    private static void directory(Path directory) throws IOException {
        for (Path created : Trees.create(directory)) {
            makeReadable(created);
        }
    }
}
